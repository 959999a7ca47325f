"""Exact Python values that JSON does not have, as a word and plain parts: dates, exact numbers, sets, ranges.

Reading them bounds what they cost later: a ``Decimal`` of two characters can be a number of a billion digits.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from typing import Any

MAX_DECIMAL = 60  # characters, and size of the exponent
MAX_WHOLE = 10**40

Change = Callable[[Any], Any]


def _decimal(text: str) -> Decimal:
    if len(text) > MAX_DECIMAL:
        raise ValueError("a decimal number that is too long")
    found = Decimal(text)
    if found.is_finite() and abs(found.adjusted()) > MAX_DECIMAL:
        raise ValueError("a decimal number that is too large")
    return found


def _written(value: Decimal) -> str:
    text = str(value)
    _decimal(text)
    return text


def _whole(*numbers: int) -> list[int]:
    if any(type(one) is not int or abs(one) >= MAX_WHOLE for one in numbers):
        raise ValueError("a number that is too large")
    return list(numbers)


def _floats(parts: list[float]) -> complex:
    real, imaginary = parts
    if type(real) is not float or type(imaginary) is not float:
        raise ValueError("a complex number of other parts")
    return complex(real, imaginary)


KINDS: dict[type, tuple[str, Change, Change]] = {
    complex: ("complex", lambda one: [one.real, one.imag], _floats),
    Decimal: ("decimal", _written, _decimal),
    Fraction: ("fraction", lambda one: _whole(one.numerator, one.denominator), lambda parts: Fraction(*_whole(*parts))),
    datetime.date: ("date", lambda one: one.isoformat(), datetime.date.fromisoformat),
    datetime.datetime: ("datetime", lambda one: one.isoformat(), datetime.datetime.fromisoformat),
    datetime.time: ("time", lambda one: one.isoformat(), datetime.time.fromisoformat),
    datetime.timedelta: (
        "timedelta",
        lambda one: [one.days, one.seconds, one.microseconds],
        lambda parts: datetime.timedelta(*_whole(*parts)),
    ),
    range: ("range", lambda one: _whole(one.start, one.stop, one.step), lambda parts: range(*_whole(*parts))),
    set: ("set", lambda one: sorted(one, key=repr), set),
    frozenset: ("frozenset", lambda one: sorted(one, key=repr), frozenset),
}
READERS: dict[str, Change] = {name: read for name, _write, read in KINDS.values()}
MOMENTS = (datetime.date, datetime.datetime, datetime.time, datetime.timedelta)  # may be keys: their hashes cannot be chosen to collide
SETS = ("set", "frozenset")
