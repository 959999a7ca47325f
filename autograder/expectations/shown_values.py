"""Small values as text, as a student can type them: what a function was given, and what it gave."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import numpy as np

from autograder.core.languages import joined, message
from autograder.expectations.handed import File
from autograder.expectations.value_words import flat
from autograder.transport import pandas_tables
from autograder.transport.tables import Table

PRECISION = 4  # of a number that a function gave, where they are enough to tell it from the right one
SQUARE = str.maketrans("()", "[]")  # a list and a tuple of the same numbers look alike


def written_argument(value: Any) -> str:
    """An argument as a page would write it, arrays as lists.

    Example:
        >>> written_argument(np.array([[0, 51]]))
        '[[0, 51]]'
    """
    if isinstance(value, File):
        return message("a file with {content}", content=repr(value.content.decode("utf-8", "replace")))
    if pandas_tables.is_pandas(value):
        kind = type(value).__name__
        content = value.to_dict("list") if kind == "DataFrame" else value.tolist()
        return f"pd.{kind}({written(content)})"
    return written(value)


def written_arguments(values: Iterable[Any]) -> str:
    """The arguments of a call as text; equal texts are equal inputs."""
    return joined(map(written_argument, values), ", ")


def written(value: Any, places: int | None = None) -> str:
    """A plain value as text.

    Args:
        value: without wrappings, see ``value_words.flat``. places: of each number; all by default.

    Example:
        >>> written([1 / 3, {"a": (2.0,)}], 4)
        "[0.3333, {'a': (2.0,)}]"
    """
    if isinstance(value, Table):
        return written({name: column.items for name, column in zip(value.names, value.columns, strict=True)}, places)
    if isinstance(value, (np.ndarray, np.generic)):
        return written(value.tolist(), places)
    if isinstance(value, dict):
        return f"{{{', '.join(f'{written(key, places)}: {written(item, places)}' for key, item in value.items())}}}"
    if isinstance(value, (list, tuple)):
        comma = "," if isinstance(value, tuple) and len(value) == 1 else ""
        inside = ", ".join(written(item, places) for item in value) + comma
        return f"({inside})" if isinstance(value, tuple) else f"[{inside}]"
    if type(value) is float and places is not None:
        return repr(float(f"{value:.{places}g}"))
    return repr(value) if value is None or isinstance(value, (bool, int, float, complex, str, bytes)) else f"a {type(value).__name__}"


def both_written(given: Any, expected: Any) -> tuple[str, str] | None:
    """What a function gave and what was expected, with as few places as tell them apart; None if no number of places does.

    Args:
        given: as an answer holds it. expected: a plain value.

    Example:
        >>> both_written(0.5, 128 / 255)
        ('0.5', '0.502')
        >>> both_written([1], [1]) is None
        True
    """
    given = flat(_without_index(given, expected))
    for places in (PRECISION, 10, None):
        texts = written(given, places), written(expected, places)
        if texts[0].translate(SQUARE) != texts[1].translate(SQUARE):
            return texts
    return None


def _without_index(given: Any, expected: Any) -> Any:
    """A value in which a Series is a list where a list is expected: a reader would take its index for a part of the answer."""
    if isinstance(given, Table) and given.form == "Series" and isinstance(expected, (list, tuple)):
        return list(given.columns[0].items)
    if type(given) in (list, tuple) and isinstance(expected, (list, tuple)) and len(given) == len(expected):
        return type(given)(map(_without_index, given, expected))
    return given


def count(value: Any) -> int:
    """How many numbers, texts and the like a value holds: what a reader has to look at.

    Example:
        >>> count([np.array([[0, 51]]), 0.5])
        3
    """
    if isinstance(value, File):
        return len(re.findall(r"[^;,\s]+", value.content.decode("utf-8", "replace")))
    if isinstance(value, np.ndarray):
        return value.size
    if pandas_tables.is_pandas(value):
        return int(value.size)
    if isinstance(value, dict):
        return sum(count(item) for item in value.values())
    return sum(map(count, value)) if isinstance(value, (list, tuple)) else 1
