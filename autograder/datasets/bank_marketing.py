"""Bank marketing: 4,521 phone calls of a bank, as a table. In its place: a table that the kit makes up.

Source: S. Moro, P. Cortez and P. Rita, UCI Machine Learning Repository, CC BY 4.0.
"""

from __future__ import annotations

import csv
import hashlib
import io
import zipfile
from pathlib import Path

from autograder.core.files import cache_folder, write_atomically
from autograder.core.languages import message
from autograder.core.system_errors import reason
from autograder.datasets import places
from autograder.datasets.dataset import DamagedDataset, Dataset, Entry, Substitute, first_line

THE_DOWNLOAD = message("The download")
NAME, TITLE = "bank_marketing", message("the bank marketing table")
FILE = "bank.csv"
ZIPS = ("bank+marketing.zip", "bank_marketing.zip", "bank.zip")  # as UCI gives it; the first holds the last
ADDRESS = "https://archive.ics.uci.edu/static/public/222/bank+marketing.zip"
ROWS = 4521
LARGEST = 64 * 2**20  # bytes of a file in a zip; those of UCI are far below

# SHA-256 of the values, row by row. A file's own hash would reject the same table with other ends of lines.
OFFICIAL = "d551ee3ba300eb3aec90aaece1756f6cd91cf48acbb983d936639e08723a9aa6"


def read(path: Path) -> Dataset:
    """The data set in ``bank.csv``, or in the zip that UCI gives, which may hold another zip.

    Raises:
        DamagedDataset: the file holds something else.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DamagedDataset(message("{file} cannot be read: {error}.", file=path, error=reason(error))) from error
    if not zipfile.is_zipfile(io.BytesIO(content)):
        _verify(path, content)
        return Dataset(NAME, str(path), path=path)
    table = _in_zip(path, content)
    if table is None:
        raise DamagedDataset(message("{file} is not {title}: there is no {name} in it.", file=path, title=TITLE, name=FILE))
    _verify(path, table)
    return Dataset(NAME, str(path), path=_kept(table))


def download() -> Dataset:
    """The data set from UCI, verified."""
    table = _in_zip(THE_DOWNLOAD, places.fetched(ADDRESS, LARGEST))
    _verify(THE_DOWNLOAD, table or b"")
    return Dataset(NAME, "downloaded from UCI", path=_kept(table or b""))


def made() -> Dataset:
    """The table that the kit makes."""
    from autograder.datasets import made_bank

    return Dataset("bank", "made by the kit", path=made_bank.load())


def values_digest(text: str) -> str:
    """SHA-256 of a table's values, row by row.

    Example:
        >>> values_digest('"a";1\\n') == values_digest("a;1\\r\\n")
        True
    """
    total = hashlib.sha256()
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=";"):
        total.update("\x1f".join(row).encode() + b"\x1e")
    return total.hexdigest()


def _verify(path: Path | str, content: bytes) -> None:
    """
    Raises:
        DamagedDataset: this is not the table.
    """
    try:
        text = content.decode("utf-8-sig")
        same = values_digest(text) == OFFICIAL
        rows = max(0, len(text.splitlines()) - 1)
    except (UnicodeDecodeError, csv.Error) as error:
        raise DamagedDataset(message("{file} cannot be read: {error}", file=path, error=first_line(error))) from None
    if same:
        return
    if rows != ROWS:
        wrong = message("it has {rows:,} rows, expected {expected:,}. The file to use is {name}, not {other}", rows=rows, expected=ROWS, name=FILE, other="bank-full.csv")
    else:
        wrong = message("it has {rows:,} rows but different values", rows=ROWS)
    raise DamagedDataset(message("{file} is not {title}: {why}.", file=path, title=TITLE, why=wrong))


def _in_zip(path: Path | str, content: bytes, deeper: bool = True) -> bytes | None:
    """``bank.csv`` in a zip or in a zip of that zip; None if there is none.

    Raises:
        DamagedDataset: the zip cannot be read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = [one for one in archive.infolist() if one.file_size <= LARGEST]
            for one in files:
                if Path(one.filename).name == FILE:
                    return archive.read(one)
            for one in files if deeper else ():
                if one.filename.endswith(".zip"):
                    found = _in_zip(path, archive.read(one), deeper=False)
                    if found is not None:
                        return found
    except Exception as error:  # zipfile and zlib each have their own words for a damaged file
        raise DamagedDataset(message("{file} cannot be read: {error}", file=path, error=first_line(error))) from error
    return None


def _kept(table: bytes) -> Path:
    """A table that was in a zip, as a separate file in the cache."""
    path = _place()
    if not path.is_file() or path.read_bytes() != table:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, table)
    return path


def _place() -> Path:
    return cache_folder() / f"{NAME}-{OFFICIAL[:12]}.csv"


ENTRY = Entry(
    NAME,
    TITLE,
    (FILE, *ZIPS),
    read,
    Substitute("bank", message("a made-up bank table"), made),
    lambda _folder: [(_place(), read)],
    ADDRESS,
    download,
)
