"""Where a value differs from an expected one: through lists, mappings and arrays, numbers nearly the same, NaN equal to NaN."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NamedTuple

import numpy as np

from autograder.core.languages import message
from autograder.expectations.value_words import as_number, is_equal
from autograder.transport.tables import Table


class Difference(NamedTuple):
    """The first place where two values differ.

    Attributes:
        place: the keys and indices that lead there.
        what: ``value``, ``length``, ``missing``, ``extra`` or ``kind``.
        given: what is there, flat; expected: what should be.
    """

    place: tuple[Any, ...]
    what: str
    given: Any
    expected: Any

    @property
    def at(self) -> str:
        """`` at [0]['mean']``; empty for a whole value."""
        return message(" at {place}", place="".join(f"[{key!r}]" for key in self.place)) if self.place else ""


def difference(given: Any, expected: Any, within: float, place: tuple[Any, ...] = ()) -> Difference | None:
    """The first place where a flat value is not the expected one; None if it is.

    Args:
        expected: plain values, lists, tuples, mappings, sets, arrays. A mapping has exactly these keys.
        within: how far off a number may be. Numbers that are not there (NaN) equal one another.

    Example:
        >>> difference({"a": [1.0, 2.5]}, {"a": [1, 2]}, 0.1).at
        " at ['a'][1]"
    """
    if isinstance(expected, np.generic):
        expected = expected.item()
    if isinstance(expected, Mapping):
        return _of_mappings(given, expected, within, place)
    if isinstance(expected, (list, tuple, np.ndarray)):
        return _of_sequences(given, expected, within, place)
    if isinstance(given, np.ndarray) and given.ndim == 0:
        given = given.item()
    if is_near(given, expected, within):
        return None
    return Difference(place, "value" if is_single(given) else "kind", given, expected)


def is_near(given: Any, expected: Any, within: float) -> bool:
    """Whether a single value is this one. Where a number is expected, a decimal number or a fraction is one, too."""
    if type(expected) in (int, float):
        given = as_number(given)
    if type(expected) in (int, float) and type(given) in (int, float):
        return given == expected or abs(given - expected) <= within or (math.isnan(given) and math.isnan(expected))
    return is_equal(given, expected)


def is_single(value: object) -> bool:
    """Whether a value is a number, a text or the like, and nothing that holds others."""
    return not isinstance(value, (list, tuple, dict, set, frozenset, np.ndarray, Table))


def _of_mappings(given: Any, expected: Mapping[Any, Any], within: float, place: tuple[Any, ...]) -> Difference | None:
    if not isinstance(given, dict):
        return Difference(place, "kind", given, expected)
    for key, wanted in expected.items():
        if key not in given:
            return Difference(place, "missing", list(given), key)
        if (found := difference(given[key], wanted, within, (*place, key))) is not None:
            return found
    extra = [key for key in given if key not in expected]
    return Difference(place, "extra", extra[0], list(expected)) if extra else None


def _of_sequences(given: Any, expected: Any, within: float, place: tuple[Any, ...]) -> Difference | None:
    items = given.tolist() if isinstance(given, np.ndarray) else given
    if not isinstance(items, (list, tuple)):
        return Difference(place, "kind", given, expected)
    if len(items) != len(expected):
        return Difference(place, "length", given, expected)
    for index, (one, wanted) in enumerate(zip(items, expected, strict=True)):
        if (found := difference(one, wanted, within, (*place, index))) is not None:
            return found
    return None
