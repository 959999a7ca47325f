"""Telling inputs with their right values, as a build leaves them among the public checks: students have no right function."""

from __future__ import annotations

import functools
import json
import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment

TABLE = "telling_inputs.json"
Row = tuple[list[int], Any]  # the choices that an input is made of, and the right value


def as_json(table: dict[str, list[Row]]) -> str:
    """Function -> rows, as a file with one row in a line, so that a difference can be read.

    Example:
        >>> print(as_json({"double": [([1, 3], (6.0, float("nan")))]}), end="")
        {"double": [
        [[1, 3], {"tuple": [6.0, {"float": "nan"}]}]
        ]}
    """
    parts = []
    for function, rows in table.items():
        lines = [json.dumps([choices, _encoded(value)], ensure_ascii=False, allow_nan=False) for choices, value in rows]
        parts.append(f"{json.dumps(function)}: [\n" + ",\n".join(lines) + "\n]")
    return "{" + ",\n".join(parts) + "}\n"


def rows_of(assignment: Assignment, function: str) -> list[Row]:
    """The rows for a function, the simplest first; none where the build has left none."""
    path = assignment.folder / "checks" / TABLE
    try:
        found = _read(path, path.stat().st_mtime_ns).get(function, [])
        return [([int(one) for one in choices], _decoded(value)) for choices, value in found]
    except (AttributeError, OSError, TypeError, ValueError):
        return []


@functools.lru_cache(maxsize=4)
def _read(path: Path, _changed: int) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return content


def _encoded(value: Any) -> Any:
    if isinstance(value, tuple):
        return {"tuple": [_encoded(item) for item in value]}
    if isinstance(value, dict):
        return {"dict": [[_encoded(key), _encoded(item)] for key, item in value.items()]}
    if isinstance(value, list):
        return [_encoded(item) for item in value]
    return {"float": repr(value)} if isinstance(value, float) and not math.isfinite(value) else value


def _decoded(value: Any) -> Any:
    if isinstance(value, list):
        return [_decoded(item) for item in value]
    if not isinstance(value, dict):
        return value
    ((kind, content),) = value.items()
    if kind == "tuple":
        return tuple(_decoded(item) for item in content)
    return {_decoded(key): _decoded(item) for key, item in content} if kind == "dict" else float(content)
