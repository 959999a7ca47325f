"""Values of Python's own library: which of them travel as they are, and which by their parts."""

from __future__ import annotations

import dataclasses
import datetime
import enum
import pathlib
from typing import Any

from autograder.transport import python_values

LONGEST_BYTES = 16 * 2**20  # of one value


def is_exact(value: object) -> bool:
    """Whether a value can be sent as it is: bytes, dates, exact and complex numbers; exactly these types."""
    if type(value) is bytes:
        return len(value) <= LONGEST_BYTES
    word, write, read = python_values.KINDS.get(type(value), ("range", None, None))
    if word in ("range", *python_values.SETS):
        return False  # they are sequences, see ``plain_data``
    try:
        read(write(value))
    except (ArithmeticError, TypeError, ValueError):  # too large; or a time zone of the page's own
        return False
    return True


def parts(value: object) -> tuple[str, Any] | None:
    """What a value is made of, and how: ``("named tuple", {"x": 1, "y": 2})``. None if it is nothing of these.

    Kinds: ``enum``, ``dataclass``, ``named tuple``, ``path``, and ``scalar`` for a subclass of an exact type.
    """
    if isinstance(value, enum.Enum) and not isinstance(value, (int, float, str)):
        return "enum", {"name": value.name, "value": value.value}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return "dataclass", {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    names = getattr(type(value), "_fields", None)
    if isinstance(value, tuple) and isinstance(names, tuple) and len(names) == len(value) and all(type(one) is str for one in names):
        return "named tuple", dict(zip(names, value, strict=True))
    if isinstance(value, pathlib.PurePath):
        return "path", str(value)
    if isinstance(value, bytearray):
        return "scalar", bytes(value)
    if isinstance(value, datetime.datetime) and type(value) is not datetime.datetime:  # as pandas' are
        if value == value:  # its NaT is a date that is none
            return "scalar", datetime.datetime.fromisoformat(value.isoformat()[:26])
    if type(value).__name__ in ("Interval", "Period") and type(value).__module__.partition(".")[0] == "pandas":
        return "scalar", str(value)  # as pandas writes it: (0, 5], 2026-01
    if isinstance(value, datetime.timedelta) and type(value) is not datetime.timedelta:
        return "scalar", datetime.timedelta(value.days, value.seconds, value.microseconds)
    return None
