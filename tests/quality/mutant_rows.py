"""What was found of each mutant of a function, kept in a file until all are tried, so that a run can go on where it was stopped."""

from __future__ import annotations

import json
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

from autograder.core.files import write_atomically

Row = dict[str, Any]  # verdict, lost, failed, broken and checks of one mutant


class Rows(MutableMapping[str, Row]):
    """The rows of one function's mutants, in a file of their own until the function is done.

    Args:
        path: of the file; None to keep nothing. key: see ``key_of``; rows of another key are forgotten.
    """

    def __init__(self, path: Path | None, key: str) -> None:
        self.path = path
        content = json.loads(path.read_text("utf-8")) if path is not None and path.is_file() else {}
        self.content: dict[str, Any] = content if content.get("key") == key else {"key": key, "rows": {}}

    def __getitem__(self, text: str) -> Row:
        found: Row = self.content["rows"][text]
        return found

    def __setitem__(self, text: str, row: Row) -> None:
        self.content["rows"][text] = row
        if self.path is not None:
            write_atomically(self.path, json.dumps(self.content).encode())

    def __delitem__(self, text: str) -> None:
        del self.content["rows"][text]

    def __iter__(self) -> Iterator[str]:
        return iter(self.content["rows"])

    def __len__(self) -> int:
        return len(self.content["rows"])

    def done(self) -> None:
        if self.path is not None:
            self.path.unlink(missing_ok=True)
