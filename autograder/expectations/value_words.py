"""What every word about a plain value needs: the value without its wrappings, whether there is one, and its form in a message.

Values are rebuilt as exact Python and NumPy values before anything is compared, and in this order: kind, shape,
finite, then the numbers. So no object of the student's ever takes part in a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np

from autograder.core.languages import joined, message
from autograder.expectations.answer import Words
from autograder.transport import pandas_tables
from autograder.transport.tables import Table
from autograder.transport.wire import Described

CALLABLE = {"function", "method", "builtin_function_or_method", "method-wrapper"}
OBJECTS = {"model": message("a model"), "history": message("a History"), "figure": message("a figure")}
LARGE, FEW_ITEMS = 8, 6  # numbers of an array that is told by its shape, in a list or a tuple of at most so many items
TOLERANCE = 1e-3  # lets float16 answers pass (2.4e-4 off), and nothing that a beginner would call wrong

KINDS = {  # of columns: what pandas calls another name
    "numbers": message("numbers"),
    "whole numbers": message("whole numbers"),
    "complex numbers": message("complex numbers"),
    "truth values": message("truth values"),
    "text": message("text"),
    "dates": message("dates"),
    "durations": message("durations"),
    "mixed values": message("mixed values"),
}
ARRAY = re.compile(r"array of (.+) with shape (.+)")  # see ``values.plain_data``


class ValueWords(Words):
    """What the words about plain values share."""

    def _is_something(self) -> None:
        if self.answer.value is None:
            printed = (
                message("It printed something, but print only shows a value; return gives it back.")
                if self.answer.output.strip()
                else ""
            )
            self.fail(joined([message("{call} gave None."), printed]), ("none", bool(printed)), "" if printed else message("Is the return missing?"))

    def _is_readable(self) -> None:
        self._is_something()
        if isinstance(self.answer.value, Described) and flat(self.answer.value) is None:
            self.fail(message("{call} gave {kind_words}, which cannot be checked here.", kind_words=self._kind_words()), ("opaque", self.answer.type_name))

    def _kind_words(self) -> str:
        if isinstance(self.answer.value, Table):
            return _of_pandas(self.answer.value)
        value = flat(self.answer.value)
        if isinstance(value, np.ndarray):
            if value.dtype.kind == "U":
                return message("an array of texts of shape {shape}", shape=value.shape)
            return message("an array of shape {shape}", shape=value.shape)
        name = self.answer.type_name
        if name.rpartition(".")[2] in CALLABLE:
            return message("a function, not its result (are the parentheses missing?)")
        if self.answer.kind in OBJECTS:
            return OBJECTS[self.answer.kind]
        if isinstance(self.answer.value, Described) and self.answer.value.kind == "opaque":
            return called(name)
        return message("{value} ({name})", value=_with_large_arrays(value) or shortened(value), name=_type_in_words(name))


def _of_pandas(table: Table) -> str:
    """What a table, a column or an index is, in words."""
    if table.form != "DataFrame":
        kind = table.columns[0].kind
        return message("a pandas {form} of {count:,} {kind}", form=table.form, count=table.rows, kind=KINDS.get(kind, kind))
    return message("a pandas DataFrame of {count:,} rows, columns {names}", count=table.rows, names=str(table.names[:20]))


def _with_large_arrays(value: Any) -> str:
    """A few items in which an array is too large to be written: it is told by its shape. Empty for any other value."""
    large = [isinstance(one, np.ndarray) and one.size > LARGE for one in value] if isinstance(value, (list, tuple)) else []
    if not any(large) or len(large) > FEW_ITEMS:
        return ""
    texts = [
        message("an array of shape {shape}", shape=one.shape) if is_large else shortened(one, 40) for one, is_large in zip(value, large, strict=True)
    ]
    return joined(texts, ", ")


def _type_in_words(name: str) -> str:
    """The name of a type, as a worker says it."""
    array = ARRAY.fullmatch(name)
    return message("array of {dtype} with shape {shape}", dtype=array[1], shape=array[2]) if array else name


def called(name: str) -> str:
    """What a value of a class that is not known here is called: ``a Foo``, ``the class Foo``, ``the module random``."""
    own = name.split(" ", 2)[-1]
    if name.startswith("the class "):
        return message("the class {name}", name=own)
    if name.startswith("the module "):
        return message("the module {name}", name=own)
    return _type_in_words(name) if name.startswith(("the ", "array")) else message("a {name}", name=name)


def flat(value: object) -> Any:
    """A plain value without its wrappings, all the way down."""
    if isinstance(value, Described):
        return _flat_described(value)
    if isinstance(value, Table):
        return _flat_table(value)
    if isinstance(value, dict):
        return {key: flat(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(flat(item) for item in value)
    return value


def _flat_described(value: Described) -> Any:
    content: Any = value.content
    if value.kind in ("opaque", *OBJECTS):
        return None
    if value.kind == "named tuple":
        return tuple(flat(item) for item in content.values())
    if value.kind == "enum":
        return flat(content["value"])
    if value.kind == "masked":
        return np.where(content["mask"], np.nan, content["values"])
    return flat(content)


def _flat_table(table: Table) -> Any:
    """A Series as a mapping, or as pairs (label, value) where a label occurs twice; an Index as a list; else the table."""
    if table.form == "Series":
        pairs = [(flat(label), flat(item)) for label, item in zip(table.index, table.columns[0].items, strict=True)]
        mapping = {} if table.mapping is None else dict(pairs)
        return mapping if len(mapping) == len(pairs) else pairs
    return [flat(item) for item in table.columns[0].items] if table.form == "Index" else table


def without_numpy(expected: Any) -> Any:
    """What a check expects, or a key that it names, in Python's own types, all the way down: as it is calculated, it may hold NumPy's
    numbers, a range, or a Series. Arrays stay.

    Raises:
        TypeError: a table, of which other words speak.

    Example:
        >>> without_numpy({np.int64(5): [np.float64(0.5)], "all": range(2)})
        {5: [0.5], 'all': [0, 1]}
    """
    if pandas_tables.is_pandas(expected):
        table = pandas_tables.pack(expected, lambda item: item)
        if table.form == "DataFrame":
            raise TypeError("a table is expected with is_a_table().has_the_rows(…)")
        return without_numpy(flat(table))
    if isinstance(expected, np.generic) and expected.dtype.kind in "biufcUS":
        return expected.item()
    if isinstance(expected, range):
        return list(expected)
    if type(expected) in (list, tuple, set, frozenset):
        return type(expected)(map(without_numpy, expected))
    if isinstance(expected, Mapping):
        return {without_numpy(key): without_numpy(item) for key, item in expected.items()}
    return expected


def is_equal(given: object, expected: object) -> bool:
    """Whether a flat value is this one; lists, tuples and arrays count as what they hold, sets without an order."""
    if isinstance(given, np.ndarray):
        given = given.tolist()
    if isinstance(expected, (set, frozenset)) and isinstance(given, (list, tuple, set, frozenset)):
        return len(given) == len(expected) and all(any(is_equal(one, other) for one in given) for other in expected)
    if isinstance(expected, (list, tuple)):
        if not isinstance(given, (list, tuple)) or len(given) != len(expected):
            return False
        return all(is_equal(a, b) for a, b in zip(given, expected, strict=True))
    if type(expected) in (int, float) and type(given) in (int, float):
        return given == expected
    return type(given) is type(expected) and given == expected


def as_number(value: Any) -> Any:
    """A decimal number or a fraction as a float; whatever else it is, as it is."""
    return float(value) if type(value) in (Decimal, Fraction) else value


def as_float(value: Any) -> float | None:
    """The number that a value is, or that is written in a text; None if it is neither."""
    if isinstance(value, np.ndarray) and value.size == 1:
        value = value.reshape(-1)[0].item()
    if type(value) is str and value.strip().removeprefix("-").isdecimal():
        value = float(value)
    return float(value) if type(value) in (int, float) else None


def number_text(value: float) -> str:
    if isinstance(value, int):
        return str(value)
    return f"{value:.1f}" if abs(value) <= 1e15 and value == int(value) else f"{value:.10g}"


def in_words(value: object) -> str:
    """A value for a message: arrays by their shape, texts as texts."""
    if isinstance(value, np.ndarray) and value.size > 20:
        return message("an array of shape {shape}", shape=value.shape)
    return message("{shortened} (a text)", shortened=shortened(value)) if isinstance(value, str) else shortened(value)


def as_evidence(value: object) -> Any:
    """A flat value as evidence: tables by what their first columns hold, long lists by their beginning."""
    if isinstance(value, Table):
        return [value.form, [str(name) for name in value.names[:20]], value.rows, [as_evidence(one.items[:20]) for one in value.columns[:3]]]
    if isinstance(value, dict):
        return {key: as_evidence(item) for key, item in list(value.items())[:50]}
    return [as_evidence(item) for item in value[:50]] if isinstance(value, (list, tuple)) else value


def shortened(value: object, limit: int = 120) -> str:
    text = " ".join(repr(value).split())
    return text if len(text) <= limit else message("{text} … ({number} characters in all)", text=text[:limit], number=len(text))
