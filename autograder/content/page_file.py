"""The bytes of a page's file, and its text. Whatever it is, reading it ends, and harms nothing."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from autograder.core import file_names, files
from autograder.core.faults import NotRead, Unreadable
from autograder.core.languages import message
from autograder.core.system_errors import reason

ENDINGS = (".py", ".ipynb")  # of a page's name
MAX_BYTES = 100 * 2**20  # a notebook with many images in its outputs
TRIES = 3  # to read a file that changes meanwhile
HARMLESS = ("O_NONBLOCK", "O_NOCTTY", "O_BINARY", "O_CLOEXEC")  # to open what is not a file after all; not every system has all


def read_bytes(path: Path) -> bytes:
    """A file's bytes, as they were at one moment. Whatever else has a page's name is not waited for.

    Raises:
        Unreadable: too large.
        NotRead: missing, it cannot be opened, it is not a file, or it changes all the time.
    """
    place = file_names.shown(str(path))
    try:
        if (kind := files.kind(path)) not in (files.FILE, files.NOTHING):
            raise NotRead(message("{place} cannot be read ({kind}).", place=place, kind=kind))
        for _ in range(TRIES):
            data = _at_one_moment(path)
            if data is not None:
                return data
    except FileNotFoundError:
        raise NotRead(message("There is no file {place}.", place=place)) from None
    except OSError as error:
        raise NotRead(message("{place} cannot be read: {error}.", place=place, error=reason(error))) from None
    raise NotRead(message("{place} is changing while it is read. Wait until it is complete.", place=place))


def _at_one_moment(path: Path) -> bytes | None:
    """A file's bytes; None if it was written to meanwhile."""
    flags = sum(getattr(os, name, 0) for name in HARMLESS)
    with open(path, "rb", opener=lambda name, _flags: os.open(name, os.O_RDONLY | flags)) as file:
        before = os.fstat(file.fileno())
        if before.st_size > MAX_BYTES:
            name = file_names.shown(path.name)
            raise Unreadable(message("{name} has {count:,} bytes; a page may have at most {most:,}.", name=name, count=before.st_size, most=MAX_BYTES))
        data = file.read(before.st_size + 1)
        after = os.fstat(file.fileno())
    is_whole = stat.S_ISREG(after.st_mode) and len(data) == after.st_size
    return data if is_whole and before.st_mtime_ns == after.st_mtime_ns else None


def decode(data: bytes, name: str) -> tuple[str, str]:
    """A file's text with ``\\n`` at the end of its lines, and the encoding it was written in.

    Raises:
        Unreadable: it is not text.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                if encoding == "utf-16":
                    raise Unreadable(message("{name} is not a text file.", name=name)) from None
                encoding = "latin-1"
                text = data.decode(encoding)
            break
    if "\0" in text:
        raise Unreadable(message("{name} is not a text file.", name=name))
    return text.replace("\r\n", "\n").replace("\r", "\n"), encoding


def is_page(path: Path) -> bool:
    """Whether a file's name is a page's."""
    return path.suffix.lower() in ENDINGS
