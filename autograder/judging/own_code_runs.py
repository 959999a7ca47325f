"""One run of a student's function with marks in it, in a worker, and what the worker says of it: read as what cannot be believed."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.expectations.answer import CallLost, Failure, NotStarted, NotThere, StudentError
from autograder.expectations.handed import File
from autograder.expectations.shown_values import written
from autograder.judging.outgoing import Unsendable
from autograder.judging.session import Session
from autograder.sandbox.worker_handle import WorkerLost
from autograder.transport import pandas_tables
from autograder.transport.wire import ProtocolError

TIMES = 3  # that each call is made, with other random numbers
SECONDS = 5.0  # for all calls of a run
LONGEST_CALL = 150  # characters of a call that is shown
PLAIN_TYPES = {"int64": "", "float64": "", "bool": ""}  # of an array that is made of a list without saying so
NO_ANSWER = (CallLost, Failure, NotStarted, NotThere, StudentError, WorkerLost, ProtocolError, Unsendable)
Arguments = tuple[Any, ...]


class NotReadable(ValueError):
    """What the worker says is not what a marked run gives."""


@dataclass(frozen=True)
class MarkedRun:
    """What one call did, the same in all its repetitions.

    Attributes:
        loops, items: line -> count. branches: line -> how often false, how often true.
        values: (line, name) -> how often, and what was noted of the last value. returns: line -> the same.
        returned: what was noted of the result; value: the result as plain data; raised: the name of an exception, or empty.
    """

    loops: dict[int, int]
    items: dict[int, int]
    branches: dict[int, tuple[int, int]]
    values: dict[tuple[int, str], tuple[int, tuple[Any, ...]]]
    returns: dict[int, tuple[int, tuple[Any, ...]]]
    returned: tuple[Any, ...]
    value: Any = dataclasses.field(compare=False)
    raised: str


def call_text(function: str, arguments: Arguments) -> str:
    """A call as a page writes it, so that typing it gives the same arguments; empty where that would be too long.

    Example:
        >>> call_text("normalize", (np.array([[0, 51]], np.uint8),))
        "normalize(np.array([[0, 51]], dtype='uint8'))"
    """
    try:
        text = f"{function}({', '.join(map(_argument, arguments))})"
    except ValueError:
        return ""
    return text if len(text) <= LONGEST_CALL else ""


def _argument(value: Any) -> str:
    """
    Raises:
        ValueError: no short text gives this value again.
    """
    if isinstance(value, np.ndarray):
        if not value.size or value.dtype.kind not in "biuf" or not np.isfinite(value).all():
            raise ValueError
        name = PLAIN_TYPES.get(str(value.dtype), f", dtype={str(value.dtype)!r}")
        return f"np.array({written(value)}{name})"
    if pandas_tables.is_pandas(value):
        plain = list(value.index) == list(range(len(value))) and type(value.index).__name__ == "RangeIndex"
        if not plain or type(value).__name__ != "DataFrame" or not len(value):
            raise ValueError
        return f"pd.DataFrame({written(value.to_dict('list'))})"
    if type(value) in (list, tuple):
        inside = ", ".join(map(_argument, value))
        return f"[{inside}]" if type(value) is list else f"({inside}{',' if len(value) == 1 else ''})"
    if type(value) is dict:
        return f"{{{', '.join(f'{_argument(key)}: {_argument(item)}' for key, item in value.items())}}}"
    if value is None or type(value) in (bool, int, str) or (type(value) is float and math.isfinite(value)):
        return written(value)
    raise ValueError


def can_be_sent(arguments: Arguments) -> bool:
    """Whether a run may be given these: files would have to be made for each call."""
    return not any(isinstance(one, File) for one in arguments)


def watched(session: Session, function: str, calls: Sequence[Arguments], left_out: int | None = None) -> list[MarkedRun | None]:
    """Runs a function with marks in it.

    Args:
        session: whose worker runs it; its definitions run there once more, under fresh names.
        left_out: the line of a statement that is left out.

    Returns:
        For each call what it did; None where it did something else each time, or nothing is known of it.
    """
    session.seconds = SECONDS
    connection = session.connection(function)
    parameters = session.assignment.parameters[function]
    try:
        connection.begin()
        rows = [connection.sent(dict(zip(parameters, one, strict=True)), function) for one in calls for _ in range(TIMES)]
        request = {"op": "watch", "function": function, "cells": connection.code.cells, "rows": rows, "left_out": left_out, "seed": session.seed}
        reply = session.process.ask(request, SECONDS)
        if reply["status"] != "returned" or not isinstance(reply["value"], list) or len(reply["value"]) != len(rows):
            return [None] * len(calls)
        runs = [_run(one) for one in reply["value"]]
    except NO_ANSWER + (NotReadable,):
        session.close()
        return [None] * len(calls)
    return [_same(runs[start : start + TIMES]) for start in range(0, len(runs), TIMES)]


def _same(runs: list[MarkedRun]) -> MarkedRun | None:
    same = all(one == runs[0] and identical(one.value, runs[0].value) for one in runs[1:])
    return runs[0] if same else None


def identical(one: Any, other: Any) -> bool:
    """Whether two plain values are the same in every part, types included."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return bool(one.dtype == other.dtype and one.shape == other.shape and one.tobytes() == other.tobytes())
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(identical(one[key], other[key]) for key in one)
    if dataclasses.is_dataclass(one):
        return all(identical(getattr(one, each.name), getattr(other, each.name)) for each in dataclasses.fields(one))
    same: bool = one == other
    return same


def _run(said: Any) -> MarkedRun:
    """
    Raises:
        NotReadable: some part of it is of another kind.
    """
    try:
        marks = said["marks"]
        return MarkedRun(
            {_whole(line): _whole(count) for line, count in marks["loops"]},
            {_whole(line): _whole(count) for line, count in marks["items"]},
            {_whole(line): (_whole(false), _whole(true)) for line, false, true in marks["branches"]},
            {(_whole(line), _text(name)): (_whole(count), _noted(value)) for line, name, count, value in marks["values"]},
            {_whole(line): (_whole(count), _noted(value)) for line, count, value in marks["returns"]},
            _noted(said["returned"]),
            said["value"],
            _text(said["raised"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise NotReadable from error


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise NotReadable
    return value


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > 100:
        raise NotReadable
    return value


def _shape(value: Any) -> tuple[int, ...]:
    if type(value) is not tuple or len(value) > 8:
        raise NotReadable
    return tuple(map(_whole, value))


def _noted(value: Any) -> tuple[Any, ...]:
    """What was noted of a value, see ``sandbox.marked_values.noted_value``."""
    if type(value) is not tuple or not value:
        raise NotReadable
    kind, *rest = value
    if kind == "value" and len(rest) == 1:
        return kind, _plain(rest[0])
    if kind == "array" and len(rest) == 4:
        return kind, _shape(rest[0]), _text(rest[1]), None if rest[2] is None else _plain(rest[2]), _item(rest[3])
    if kind == "table" and len(rest) == 1:
        return kind, _shape(rest[0])
    if kind == "length" and len(rest) == 2:
        return kind, _whole(rest[0]), _item(rest[1])
    if kind == "network" and len(rest) == 3 and type(rest[0]) is list and type(rest[2]) is bool:
        rows = [(_text(name), _whole(count), None if shape is None else _shape(shape)) for name, count, shape in rest[0]]
        return kind, rows, _whole(rest[1]), rest[2]
    if kind == "nothing" and not rest:
        return (kind,)
    raise NotReadable


def _item(value: Any) -> tuple[Any, Any] | None:
    """A key and what is there."""
    if value is None:
        return None
    key, there = value
    return _plain(key), _plain(there)


def _plain(value: Any) -> Any:
    """A truth value, a whole number, a short text, or a few of them."""
    items: Iterable[Any] = value if type(value) in (list, tuple) else [value]
    if not all(type(one) in (bool, int, str) for one in items) or len(str(value)) > 120:
        raise NotReadable
    return value
