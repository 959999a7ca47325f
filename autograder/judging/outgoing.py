"""A check's arguments as plain data, so that each arrives as what it is. What cannot be sent is the check's fault."""

from __future__ import annotations

import collections
import enum
import pathlib
from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.core.languages import message
from autograder.expectations.answer import Answer, Failure
from autograder.expectations.handed import Callback, File
from autograder.expectations.network import Network
from autograder.transport import pandas_tables, python_values, tables
from autograder.transport.tables import Table
from autograder.transport.wire import Described

MAPPING_NAMES: dict[type, str] = {collections.OrderedDict: "OrderedDict", collections.Counter: "Counter"}
SENT_AS_IT_IS = (type(None), bool, int, float, str, bytes, Table, *python_values.KINDS)
FEW_ROWS = 5  # show the types of all
READ_BY_WORKERS = ("network", "kept", "numpy", "path", "file", "callback", "masked", "objects")


class Unsendable(TypeError):
    """A check calls a function with a value that cannot travel. Our fault, never the student's."""


def outgoing(value: Any, hand_on: Callable[[Answer | File], object]) -> object:
    """One argument as plain data.

    Args:
        hand_on: for what only the worker has, or gets: answers of earlier calls, and files.

    Raises:
        Unsendable: and says what of it.
    """
    kind = type(value)
    if kind in SENT_AS_IT_IS:
        return value
    if isinstance(value, (Answer, File)):
        return hand_on(value)
    if isinstance(value, Network):
        return value.to_wire()
    if isinstance(value, Callback):
        given = {name: outgoing(item, hand_on) for name, item in value.settings.items()}
        return Described("callback", value.name, given)
    if kind in (list, tuple):
        return kind(outgoing(item, hand_on) for item in value)
    if kind is dict or kind in MAPPING_NAMES:
        content = {key: outgoing(item, hand_on) for key, item in value.items()}
        return content if kind is dict else Described("mapping", MAPPING_NAMES[kind], content)
    if isinstance(value, np.generic):
        return Described("numpy", value.dtype.name, np.asarray(value))
    if isinstance(value, np.ma.MaskedArray):
        return Described("masked", "", {"values": np.asarray(value.data), "mask": np.array(np.ma.getmaskarray(value))})
    if kind is np.ndarray:
        if value.dtype.kind == "O":
            items = [outgoing(item, hand_on) for item in value.ravel().tolist()]
            return Described("objects", "", {"shape": list(value.shape), "items": items})
        return value.astype("U") if value.dtype.kind == "T" else value
    if pandas_tables.is_pandas(value):
        return _table(value, hand_on)
    if isinstance(value, pathlib.PurePath):
        return Described("path", "Path", str(value))
    if isinstance(value, Described):
        return _part_of_an_answer(value, hand_on)
    what = "an Enum's member, whose class the page does not have" if isinstance(value, enum.Enum) else f"{'an' if kind.__name__[0] in 'aeiouAEIOU' else 'a'} {kind.__name__}"
    instead = ". Pass Callback(…), which says what its calls give" if callable(value) else ""
    raise Unsendable(f"{what} cannot be passed to a student's function{instead}")


def _table(value: Any, hand_on: Callable[[Answer | File], object]) -> Table:
    """A pandas object as plain data. Its types are tried here with a few rows, so that no worker fails in a student's name."""
    few = value[:FEW_ROWS] if not hasattr(value, "iloc") else value.iloc[:FEW_ROWS]
    try:
        table = pandas_tables.pack(value, lambda item: outgoing(item, hand_on))
        tables.from_plain(tables.to_plain(pandas_tables.pack(few, lambda _item: None))).to_pandas()
    except tables.NotATable as error:
        raise Unsendable(f"this {type(value).__name__} cannot be passed to a student's function: {error}") from error
    return table


def _part_of_an_answer(value: Described, hand_on: Callable[[Answer | File], object]) -> object:
    """A value that a worker has described, without the description. What cannot be passed on is what the student gave."""
    content: Any = value.content
    if value.kind == "mapping":
        plain = outgoing(content, hand_on)
        return Described("mapping", value.type_name, plain) if value.type_name in MAPPING_NAMES.values() else plain
    if value.kind == "named tuple":
        return tuple(outgoing(item, hand_on) for item in content.values())
    if value.kind in ("scalar", "array", "sequence"):
        return outgoing(content, hand_on)
    if value.kind in READ_BY_WORKERS:
        return value
    raise Failure(message("The answer holds a {type_name}, which cannot be passed on.", type_name=value.type_name[:200]), ("not passed on", value.type_name))


def is_plain(value: object) -> bool:
    """Whether an answer's value says all that there is, so that an equal one can be made of it."""
    if isinstance(value, Described):
        return value.kind == "scalar" and value.type_name.startswith("numpy.")
    if isinstance(value, (list, tuple)):
        return all(map(is_plain, value))
    return all(map(is_plain, value.values())) if isinstance(value, dict) else True
