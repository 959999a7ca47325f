"""Whether plain data is the same as other plain data, to the last bit; what is not a number equals itself."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.core.languages import message, plural
from autograder.transport.tables import Table, TableColumn
from autograder.transport.wire import Described

UNSEEN = ("network", "model", "calls", "callback", "path", "file", "opaque", "history", "figure")  # nothing to compare


def difference(before: Any, after: Any) -> str:
    """In which way an argument has changed, in words; empty if it is the same.

    Example:
        >>> difference(["b", "a"], ["a", "b"])
        'it has another order now'
    """
    try:
        return _difference(before, after)
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):  # only what a forged reply holds
        return message("its values are different now")


def _difference(before: Any, after: Any) -> str:
    if isinstance(before, Table) and isinstance(after, Table):
        return _of_tables(before, after)
    if isinstance(before, Described) and before.kind == "mapping" and isinstance(after, Described):
        return _difference(before.content, after.content)
    if isinstance(before, list) and isinstance(after, Described) and after.kind == "opaque":
        return "" if after.type_name == f"list of {len(before):,} items" else message("it has another length now")
    if same(before, after):
        return ""
    if isinstance(before, list) and isinstance(after, list):
        if len(before) != len(after):
            return plural("it has {count:,} item now, and had {before:,}", "it has {count:,} items now, and had {before:,}", len(after), before=len(before))
        if sorted(map(repr, before)) == sorted(map(repr, after)):
            return message("it has another order now")
    if isinstance(before, dict) and isinstance(after, dict) and len(before) != len(after):
        return plural("it has {count:,} key now, and had {before:,}", "it has {count:,} keys now, and had {before:,}", len(after), before=len(before))
    return message("its values are different now")


def same(one: Any, other: Any) -> bool:
    """Whether two plain values are the same, in type and to the last bit; of what is too large to be described, as far as is known."""
    if isinstance(one, Described) and one.kind in UNSEEN:
        return True
    if isinstance(other, Described) and other.kind == "opaque":
        return other.type_name in _described_as(one)
    if isinstance(one, Described):
        content: Any = one.content
        if one.kind == "numpy":
            return True  # a scalar cannot be changed
        if one.kind == "masked" and isinstance(other, Described) and other.kind == "array":  # so is one of which nothing is masked
            return not content["mask"].any() and same(content["values"], other.content)
        if one.kind == "objects":
            return isinstance(other, Described) and same(content["items"], other.content)
        return isinstance(other, Described) and same(one.content, other.content)
    if isinstance(other, Described) and isinstance(one, (set, frozenset, range)):
        return same(sorted(one, key=repr) if not isinstance(one, range) else list(one), other.content)
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        if one.dtype.kind == "U":
            return one.shape == other.shape and other.dtype.kind == "U" and bool((one == other).all())
        alike = one.dtype.newbyteorder("<") == other.dtype.newbyteorder("<") and one.shape == other.shape
        return bool(alike) and one.astype(one.dtype.newbyteorder("<")).tobytes() == other.tobytes()
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(item, other[key]) for key, item in one.items())
    if isinstance(one, Table):
        return not _of_tables(one, other)
    return bool(one == other) or (isinstance(one, float) and one != one and other != other)


def _described_as(value: Any) -> set[str]:
    """What a worker may call a value that is too large, or too deep in others, to be described."""
    if isinstance(value, Described):
        content: Any = value.content
        if value.kind == "objects":
            return {f"array of object with shape {tuple(content['shape'])}"}
        name, value = value.type_name, content
    else:
        name = type(value).__name__
    if isinstance(value, np.ndarray):
        return {f"array of {value.dtype} with shape {value.shape}"}
    return {name, f"{name} of {len(value):,} items"} if hasattr(value, "__len__") else {name}


def _of_tables(before: Table, after: Table) -> str:
    if before.form != after.form:
        return message("it is a {form} now", form=after.form)
    if before.rows != after.rows:
        return plural("it has {count:,} row now, and had {before:,}", "it has {count:,} rows now, and had {before:,}", after.rows, before=before.rows)
    if before.form == "DataFrame" and not same(before.names, after.names):
        new = [name for name in after.names if name not in before.names]
        gone = [name for name in before.names if name not in after.names]
        if new or gone:
            return message("the column {name} is new", name=repr(new[0])) if new else message("the column {name} is gone", name=repr(gone[0]))
        return message("its columns have other names or another order now")
    if not all(map(_same_columns, before.levels, after.levels)) or len(before.levels) != len(after.levels):
        return message("its index is different now")
    for one, other in zip(before.columns, after.columns, strict=True):
        if not _same_columns(one, other):
            return _of_columns(one, other, before.form == "DataFrame")
    return ""


def _of_columns(one: TableColumn, other: TableColumn, has_name: bool) -> str:
    if one.dtype != other.dtype and has_name:
        return message("column {name} has the type {dtype} now", name=repr(one.name), dtype=other.dtype)
    if one.dtype != other.dtype:
        return message("it has the type {dtype} now", dtype=other.dtype)
    if not has_name and not same(one.name, other.name):
        return message("it has the name {name} now", name=repr(other.name))
    if has_name:
        return message("the values of column {name} are different now", name=repr(one.name))
    return message("the values of it are different now")


def _same_columns(one: TableColumn, other: TableColumn) -> bool:
    if one.dtype != other.dtype or not same(one.name, other.name) or one.ordered != other.ordered:
        return False
    if (one.categories is None) != (other.categories is None):
        return False
    if one.categories is not None and other.categories is not None and not _same_columns(one.categories, other.categories):
        return False
    return same(one.missing, other.missing) and same(one.values, other.values)
