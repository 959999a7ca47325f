"""Another program's CSV file, read as it is and written back the same way: every cell that is not written to stays to the
letter, with its quotes; so do delimiter, line ends, encoding and byte order mark.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path

from autograder.core.languages import joined, message
from autograder.core.system_errors import reason
from autograder.reports.grades import NoTable

LARGEST = 32 * 2**20  # bytes
BOM = "\ufeff"
LINES_THAT_TELL = 3  # as many as Canvas looks at, to find out what is between the cells
WIDEST = 4_000_000  # characters of one cell: a worksheet with texts that were submitted online


@dataclass
class Sheet:
    """The rows of a CSV file.

    Attributes:
        name: the file's, for messages.
        rows: cells as they stood, header first; a row may be shorter than the header.
        delimiter: ``,``, ``;`` or a tab.
        encoding: ``utf-8``, or that in which a spreadsheet has saved it.
        bom: whether the file began with a mark.
        quoted: every cell stood in quotes.
        raw: cells with their quotes, row by row. ends: what stood behind each row.
    """

    name: str
    rows: list[list[str]]
    delimiter: str = ","
    encoding: str = "utf-8"
    bom: bool = False
    quoted: bool = False
    raw: list[list[str]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)

    @property
    def header(self) -> list[str]:
        return self.rows[0]

    def cell(self, row: list[str], column: int | None) -> str:
        """A cell's text without the spaces around it; empty where the row ends before."""
        return row[column].strip() if column is not None and column < len(row) else ""

    def put(self, row: list[str], column: int, text: str) -> None:
        raw = self.raw[next(number for number, one in enumerate(self.rows) if one is row)]
        for cells, empty in ((row, ""), (raw, '""' if self.quoted else "")):
            cells.extend([empty] * (column + 1 - len(cells)))
        if row[column] != text:
            special = self.quoted or raw[column].startswith('"') or set(text) & {self.delimiter, '"', "\n", "\r"}
            raw[column] = '"{}"'.format(text.replace('"', '""')) if special else text
            row[column] = text

    def data(self) -> bytes:
        """The file's content."""
        lines = (self.delimiter.join(raw) + end for raw, end in zip(self.raw, self.ends, strict=True))
        return ((BOM if self.bom else "") + "".join(lines)).encode(self.encoding)


def read_sheet(path: Path) -> Sheet:
    """Reads a CSV file that another program wrote.

    Raises:
        NoTable: it cannot be opened, is not text, or holds no rows.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise NoTable(message("{file} cannot be opened: {error}.", file=path, error=reason(error))) from error
    if len(data) > LARGEST:
        raise NoTable(message("{file} is larger than {size} MiB: is this the file that you downloaded?", file=path.name, size=LARGEST // 2**20))
    return parse(data, path.name)


def parse(data: bytes, name: str) -> Sheet:
    """
    Raises:
        NoTable: see ``read_sheet``.
    """
    encoding = _encoding(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise NoTable(message("{file} is not a text file. Use the file exactly as you downloaded it, not as Excel saved it.", file=name)) from None
    bom, text = text.startswith(BOM), text.removeprefix(BOM)
    if "\0" in text or not text.strip():
        why = message("{file} is not a text file.", file=name) if text.strip() else message("{file} is empty.", file=name)
        raise NoTable(joined([why, message("Expected a CSV file with a header.")]))
    delimiter = _delimiter(text)
    before = csv.field_size_limit(WIDEST)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise NoTable(message("{file} is not a CSV file: {error}.", file=name, error=error)) from error
    finally:
        csv.field_size_limit(before)
    raw, ends = _raw(text, delimiter)
    if list(map(len, raw)) != [len(row) or 1 for row in rows]:
        raise NoTable(message("{file} is not a CSV file: its quotation marks are in the wrong places.", file=name))
    for number in [number for number, row in enumerate(rows) if not row][::-1]:  # empty lines are not rows, and stay
        del rows[number]
        if number:
            ends[number - 1] += raw[number][0] + ends[number]
        del raw[number], ends[number]
    first = text.split("\n", 1)[0]
    return Sheet(name, rows, delimiter, encoding, bom, _all_quoted(first, delimiter), raw, ends)


def _encoding(data: bytes) -> str:
    """What a file is written in: Excel saves "Unicode text" as UTF-16, and plain CSV in Windows's own western encoding."""
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return encoding
    try:
        data.decode()
        return "utf-8"
    except UnicodeDecodeError:
        return "cp1252"


def _raw(text: str, delimiter: str) -> tuple[list[list[str]], list[str]]:
    """The cells with their quotes, row by row, and what ends each row."""
    cell = re.compile(rf'((?:"(?:[^"]|"")*")?[^{re.escape(delimiter)}\r\n]*)({re.escape(delimiter)}|\r\n|\n|\r|\Z)')
    rows, ends, row, place = [], [], [], 0
    while place < len(text) or row:
        found = cell.match(text, place)
        row.append(found[1])
        place = found.end()
        if found[2] != delimiter:
            rows.append(row)
            ends.append(found[2])
            row = []
    return rows, ends


def plain_number(text: str) -> float | None:
    """A number as tables write it, with a decimal point or a decimal comma; None for anything else.

    Example:
        >>> plain_number("87,50"), plain_number("1,234.5"), plain_number("1.234,5"), plain_number("EX")
        (87.5, 1234.5, 1234.5, None)
    """
    text = text.strip().replace("\u00a0", "").replace(" ", "")
    if text.count(",") == 1 and (text.rfind(",") > text.rfind(".")):
        text = text.replace(".", "").replace(",", ".")
    text = text.replace(",", "")
    if not text.replace(".", "", 1).removeprefix("-").isdecimal() or not text.isascii():
        return None
    return float(text)


def comparable(text: str) -> str:
    """Two cells mean the same if their keys are equal: capitals and spaces do not count."""
    return " ".join(text.split()).casefold()


def _delimiter(text: str) -> str:
    """``,``, ``;`` or a tab: the one that is most often in the first lines, outside of quotes."""
    lines = text.split("\n")[:LINES_THAT_TELL]
    outside = "".join(part for line in lines for part in line.split('"')[::2])
    return max(",", ";", "\t", key=outside.count)


def _all_quoted(line: str, delimiter: str) -> bool:
    cells = line.rstrip("\r").split(delimiter)
    return all(cell.startswith('"') or cell.endswith('"') for cell in cells) and line.startswith('"')
