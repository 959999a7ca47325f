"""What a student's code prints while it runs in a worker: the first part of it, and nothing that libraries print."""

from __future__ import annotations

import io
import os
import sys
import types

STANDARD = os.path.dirname(os.__file__)  # where Python's own library is


class PrintedOutput(io.TextIOBase):
    """Standard output that keeps the first part and forgets the rest, so 100 MB of prints cost nothing.

    What a library writes by itself, such as a progress bar, is not kept: the student did not print it.

    Args:
        files: names of the student's own files; may grow later.
    """

    def __init__(self, limit: int, files: set[str]) -> None:
        self.limit = limit
        self.files = files
        self.parts: list[str] = []
        self.kept = 0
        self.lost = 0

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not _is_printed_by(self.files, sys._getframe(1)):
            return len(text)
        part = text[: self.limit - self.kept]
        if part:
            self.parts.append(part)
            self.kept += len(part)
        self.lost += len(text) - len(part)
        return len(text)

    def text(self) -> str:
        more = f"\n[{self.lost:,} more characters were left out]" if self.lost else ""
        return "".join(self.parts) + more


def _is_printed_by(files: set[str], frame: types.FrameType | None) -> bool:
    """Whether the code that writes is in one of these files, or is Python's own (``pprint``) and called from there."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name in files:
            return True
        if (
            not name.startswith((STANDARD, "<")) or "-packages" in name
        ):  # "<…>" is what exec, eval and Python's own import run
            return False
        frame = frame.f_back
    return False
