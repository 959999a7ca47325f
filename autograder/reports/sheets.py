"""Another program's CSV file, read as it is and written back the same way: delimiter, line ends, byte order mark."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path

from autograder.reports.marks import NoTable

LARGEST = 32 * 2**20  # bytes
BOM = "\ufeff"
LINES_THAT_TELL = 3  # as many as Canvas looks at, to find out what stands between the cells
WIDEST = 4_000_000  # characters of one cell: a worksheet with texts that were handed in online


@dataclass
class Sheet:
    """The rows of a CSV file.

    Attributes:
        name: the file's, for messages.
        rows: cells as they stood, header first; a row may be shorter than the header.
        delimiter: ``,`` or ``;``.
        newline, bom: how the file ended its lines, and whether it began with a mark.
        quoted: every cell stood in quotes.
    """

    name: str
    rows: list[list[str]]
    delimiter: str = ","
    newline: str = "\r\n"
    bom: bool = False
    quoted: bool = field(default=False)

    @property
    def header(self) -> list[str]:
        return self.rows[0]

    def cell(self, row: list[str], column: int | None) -> str:
        """A cell's text without the spaces around it; empty where the row ends before."""
        return row[column].strip() if column is not None and column < len(row) else ""

    def put(self, row: list[str], column: int, text: str) -> None:
        row.extend([""] * (column + 1 - len(row)))
        row[column] = text

    def data(self) -> bytes:
        """The file's content."""
        text = io.StringIO()
        quoting = csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL
        csv.writer(text, delimiter=self.delimiter, lineterminator=self.newline, quoting=quoting).writerows(self.rows)
        return ((BOM if self.bom else "") + text.getvalue()).encode()


def read(path: Path) -> Sheet:
    """Reads a CSV file that another program wrote.

    Raises:
        NoTable: it cannot be opened, is no UTF-8 text, or holds no rows.
    """
    try:
        with open(path, "rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        raise NoTable(f"{path} cannot be opened: {error.strerror or error}.") from error
    if len(data) > LARGEST:
        raise NoTable(f"{path.name} is larger than {LARGEST // 2**20} MiB: is it the file that was downloaded?")
    return parse(data, path.name)


def parse(data: bytes, name: str) -> Sheet:
    """
    Raises:
        NoTable: see ``read``.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise NoTable(f"{name} is not UTF-8 text. Take the file as it was downloaded, not as Excel saved it.") from None
    bom, text = text.startswith(BOM), text.removeprefix(BOM)
    if "\0" in text or not text.strip():
        raise NoTable(f"{name} is {'no text' if text.strip() else 'empty'}. A CSV file with a header was expected.")
    delimiter = _delimiter(text)
    before = csv.field_size_limit(WIDEST)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise NoTable(f"{name} is no CSV file: {error}.") from error
    finally:
        csv.field_size_limit(before)
    rows = [row for row in rows if row]
    first = text.split("\n", 1)[0]
    return Sheet(name, rows, delimiter, "\r\n" if first.endswith("\r") else "\n", bom, _all_quoted(first, delimiter))


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


def key(text: str) -> str:
    """Two cells mean the same if their keys are equal: capitals and spaces do not count."""
    return " ".join(text.split()).casefold()


def _delimiter(text: str) -> str:
    """``,`` or ``;``: the one that stands more often in the first lines, outside of quotes."""
    lines = text.split("\n")[:LINES_THAT_TELL]
    outside = "".join(part for line in lines for part in line.split('"')[::2])
    return ";" if outside.count(";") > outside.count(",") else ","


def _all_quoted(line: str, delimiter: str) -> bool:
    cells = line.rstrip("\r").split(delimiter)
    return all(cell.startswith('"') or cell.endswith('"') for cell in cells) and line.startswith('"')
