"""Files that a function writes beside its answer: where that cannot be, the answer still counts.

A page may save its figure into a folder that there is at home only, or for which a worker has no right. Whoever writes a
file through ``open``, as Matplotlib, Pillow and NumPy do, then writes to nowhere, and the judge hears of it.
"""

from __future__ import annotations

import builtins
import contextlib
import io
import os
import tempfile
from collections.abc import Iterator

MOST_FILES = 20
LONGEST_PATH = 200


@contextlib.contextmanager
def ignore_unwritable(found: list[str]) -> Iterator[None]:
    """Within it, a file that cannot be opened for writing is none, and its name is noted.

    Args:
        found: takes the names.

    Example:
        >>> found = []
        >>> with ignore_unwritable(found), open("/no/such/folder/a.txt", "w") as file:
        ...     _ = file.write("a")
        >>> found
        ['/no/such/folder/a.txt']
    """
    original = builtins.open, io.open

    def lenient(file: object, mode: str = "r", *arguments: object, **settings: object) -> object:
        try:
            return original[0](file, mode, *arguments, **settings)
        except OSError:
            is_path = isinstance(file, (str, bytes, os.PathLike))
            if not is_path or not isinstance(mode, str) or "r" in mode or settings.get("opener"):
                raise
            if len(found) < MOST_FILES:
                found.append(os.fsdecode(file)[:LONGEST_PATH])
            return original[0](_nowhere(), mode.replace("x", "w"), *arguments, **settings)

    builtins.open = io.open = lenient
    try:
        yield
    finally:
        builtins.open, io.open = original


def _nowhere() -> int | str:
    """A file without a name, so that whoever writes may go back in it, as zip files need; or what swallows everything."""
    try:
        descriptor, name = tempfile.mkstemp()
        os.unlink(name)
        return descriptor
    except OSError:
        return os.devnull
