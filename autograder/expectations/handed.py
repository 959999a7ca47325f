"""What a check can pass to a student's function beside values: files that it makes, and functions that it describes."""

from __future__ import annotations

import builtins
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MAX_FILE = 32 * 2**20  # bytes
MAX_NAME = 100  # characters


@dataclass(frozen=True)
class File:
    """A file that a check passes to a function. The function gets its path; the file is there during this call only.

    Args:
        name: with the suffix that the function expects, without a folder.
        content: bytes, or a text that is written as UTF-8.
        as_path: the function gets a ``pathlib.Path``; a text by default.

    Raises:
        ValueError: a name with a folder in it, or too long; or too much content.

    Example:
        >>> File("marks.csv", "name;mark").content
        b'name;mark'
    """

    name: str
    content: bytes
    as_path: bool = False

    def __init__(self, name: str, content: bytes | str, as_path: bool = False) -> None:
        if not name or name in (".", "..") or len(name) > MAX_NAME or set(name) & {"/", "\\", "\0"}:
            raise ValueError(f"{name!r} is not the name of a file")
        data = content.encode() if isinstance(content, str) else bytes(content)
        if len(data) > MAX_FILE:
            raise ValueError(f"{name} has {len(data):,} bytes; a file may have {MAX_FILE:,}")
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "content", data)
        object.__setattr__(self, "as_path", as_path)

    @classmethod
    def of(cls, path: str | os.PathLike[str], as_path: bool = False) -> File:
        """A copy of a file that is on this machine, of a data set for example."""
        return cls(Path(path).name, Path(path).read_bytes(), as_path)


@dataclass(frozen=True)
class Callback:
    """A function that a check passes to a student's function. It lives in the student's process; its calls are recorded.

    Args:
        returns: what every call gives.
        in_turn: what the first call gives, the second, …; the last one again after them.
        answers: first argument -> what a call with it gives; ``returns`` for any other argument.
        raises: the name of a built-in exception that every call raises: ``"ValueError"``.
        name: what it is called, in messages.

    Example:
        >>> answer = apply(Callback(answers={1: 10, 2: 20}), [1, 2])  # doctest: +SKIP
        >>> answer.calls_of("function")  # doctest: +SKIP
        [(1,), (2,)]
    """

    returns: Any = None
    in_turn: tuple[Any, ...] = ()
    answers: dict[Any, Any] = field(default_factory=dict)
    raises: str = ""
    name: str = "callback"

    def __post_init__(self) -> None:
        kind = getattr(builtins, self.raises, None) if self.raises else ValueError
        if not (isinstance(kind, type) and issubclass(kind, Exception)):
            raise ValueError(f"{self.raises!r} is not one of Python's exceptions")
        try:
            kind("told to raise this")
        except TypeError as error:  # it could not be raised in the student's process, either
            raise ValueError(f"a callback cannot raise {self.raises}: {error}") from None

    @property
    def settings(self) -> dict[str, Any]:
        """As plain parts."""
        return {"returns": self.returns, "in_turn": list(self.in_turn), "answers": dict(self.answers), "raises": self.raises}
