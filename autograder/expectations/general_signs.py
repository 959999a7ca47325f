"""What a wrong value has in common with the right one: transposed, sorted, shifted by one place, the same factor everywhere.

Where no known mistake explains an answer, such a sign still says where to look. Each sentence is literally true of the two
values whenever it is said, and it is calculated from them alone: it shows no input, and of the expected value nothing but a
factor or a difference that is the same for several numbers. Signs are no evidence; they only word a message.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.core.languages import message, plural
from autograder.expectations.value_words import number_text

FEW = 3  # numbers that must agree on a factor or a difference
EXACT = 1e-5  # how far off the same factor may be, relative: as much as float32 loses
LARGEST = 500_000  # numbers; more are not looked at
MOST_OF_A_CALL = 100  # numbers that one of several calls gave


def sign(given: Any, expected: Any, within: float = 0.0) -> str:
    """What a wrong value has in common with the expected one, as one sentence; empty if nothing is seen.

    Args:
        given, expected: flat values (``value_words.flat``): numbers, arrays, lists, mappings.
        within: how far off a number may be and still count as right.

    Example:
        >>> sign([[1, 4], [2, 5], [3, 6]], [[1, 2, 3], [4, 5, 6]])
        'The numbers are right, but transposed: rows and columns are swapped.'
        >>> sign([2.0, 4.0, 7.0], [1.0, 2.0, 3.5])
        'Every number is the expected one times 2.'
    """
    if isinstance(expected, Mapping):
        return _of_mappings(given, expected, within) if isinstance(given, Mapping) else ""
    one, other = _array(given), _array(expected)
    if one is not None and other is not None:
        if one.size > LARGEST or not other.size or _same(one, other, within):
            return ""
        one, other = one.astype(np.float64), other.astype(np.float64)  # truth values and small whole numbers have no differences
        return next((text for text in _of_arrays(one, other, within) if text), "")
    rows, wanted = _items(given), _items(expected)
    if rows is not None and wanted is not None:
        return next((text for text in _of_items(rows, wanted) if text), "")
    return ""


def of_calls(calls: Sequence[tuple[Any, Any]]) -> str:
    """What the few numbers that each of several calls gave have in common with the expected ones; empty if nothing is seen.

    Args:
        calls: (given, expected) of each.

    Example:
        >>> of_calls([({"a": 50.0}, {"a": 0.5}), ({"a": 20.0, "b": 90.0}, {"a": 0.2, "b": 0.9})])
        'In all 2 calls so far: every number is the expected one times 100.'
    """
    pairs = [_few_numbers(*one) for one in calls]
    known = [one for one in pairs if one is not None]
    if len(known) < len(pairs) or not known:
        return ""
    one, other = (np.concatenate(side) for side in zip(*known, strict=True))
    if _same(one, other, 0.0):
        return ""
    found = next((text for text in itertools.chain(_scaled(one, other), _whole_only(one, other, 0.0)) if text), "")
    return message("In all {number} calls so far: {found:small}", number=len(calls), found=found) if found else ""


# -- arrays ------------------------------------------------------------------------------------------------------------


def _of_arrays(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    if one.shape == other.shape and one.size < FEW and (np.abs(one + other - 1) <= EXACT).all():
        return  # two shares that are 1 together: they may have changed places, or each is 1 minus the expected one
    yield from _moved_axes(one, other, within)
    yield from _turned_round(one, other, within)
    yield from _shifted(one, other, within)
    yield from _other_order(one, other, within)
    if one.shape == other.shape:
        yield from _scaled(one, other)
        yield from _rounded(one, other)
        yield from _whole_only(one, other, within)
    elif one.size == other.size and one.size > 1 and _same(one.ravel(), other.ravel(), within):
        yield message("The numbers are right, only their shape is not.")


def _moved_axes(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    for first, second in itertools.combinations(range(one.ndim), 2):
        if one.ndim == other.ndim and _same(np.swapaxes(one, first, second), other, within):
            which = message("rows and columns") if one.ndim == 2 else message("the axes {first} and {second}", first=first, second=second)
            yield message("The numbers are right, but transposed: {which} are swapped.", which=which)


def _turned_round(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    for axis in range(one.ndim):
        if one.shape == other.shape and _same(np.flip(one, axis), other, within):
            yield message("The numbers are right, but in reverse order.") if one.ndim == 1 else message(
                "The numbers are right, but in reverse order along axis {axis}.",
                axis=axis,
            )


def _other_order(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    """Any order: what is turned round or shifted is more than that."""
    if one.shape == other.shape and one.ndim and _same(np.sort(one, axis=None), np.sort(other, axis=None), within):
        steps = np.diff(one) if one.ndim == 1 else np.zeros(0)
        if len(steps) and ((steps >= 0).all() or (steps <= 0).all()):
            yield (
                message("The numbers are right, but sorted, the smallest first.")
                if steps.sum() > 0
                else message("The numbers are right, but sorted, the largest first.")
            )
        yield message("The numbers are right, but in another order.") if one.ndim == 1 else message("The numbers are right, but not at their places.")


def _shifted(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    """Along the first axis."""
    if one.ndim != other.ndim or not one.ndim or one.shape[1:] != other.shape[1:]:
        return
    length, wanted = len(one), len(other)
    if wanted <= FEW or not _varies(other[:-1]) or not _varies(other[1:]):
        return
    things = message("number") if one.ndim == 1 else message("row") if one.ndim == 2 else message("item")
    if length == wanted and _same(one[1:], other[:-1], within):
        yield message("All is shifted by one place: each {things} comes one place too late.", things=things)
    if length == wanted and _same(one[:-1], other[1:], within):
        yield message("All is shifted by one place: each {things} comes one place too early.", things=things)
    if length == wanted - 1 and _same(one, other[1:], within):
        yield message("Only the first {things} is missing; the others are right.", things=things)
    if length == wanted - 1 and _same(one, other[:-1], within):
        yield message("Only the last {things} is missing; the others are right.", things=things)


def _scaled(one: np.ndarray, other: np.ndarray) -> Iterator[str]:
    """The same factor, or the same difference, everywhere."""
    one, other = one.ravel(), other.ravel()
    if one.size < FEW or not _finite(one, other) or not _varies(other):
        return
    largest = np.abs(other).max()
    there = np.abs(other) > 1e-9 * largest
    if there.sum() >= FEW - 1 and _varies(np.abs(other)):
        factor = float(one[there] @ other[there] / (other[there] @ other[there]))
        if factor and (np.abs(one - factor * other) <= EXACT * np.abs(factor * other) + 1e-12 * largest).all():
            text = f"{factor:.5g}"
            if text == "-1":
                yield message("Every number has the opposite sign.")
            elif text != "1":
                yield message("Every number is the expected one times {text}.", text=text)
    elif there.sum() >= FEW and _same(one, -other, 0.0):
        yield message("Every number has the opposite sign.")
    scale = max(largest, np.abs(one).max())
    difference = float(np.median(one - other))
    text = number_text(float(f"{abs(difference):.4g}")).removesuffix(".0")
    if abs(difference) > 1e-4 * scale and (np.abs(one - other - difference) <= 1e-6 * scale).all():
        yield (
            message("Every number is {text} too large.", text=text) if difference > 0 else message("Every number is {text} too small.", text=text)
        )
    if other.min() >= 0 and other.max() <= 1 and (np.abs(one + other - 1) <= 1e-6).all():
        yield message("Every number is 1 minus the expected one.")


def _rounded(one: np.ndarray, other: np.ndarray) -> Iterator[str]:
    if one.size < FEW or not _finite(one, other) or not _varies(one):
        return
    tiny = 1e-9 * max(1.0, np.abs(other).max())
    for decimals in range(5):
        whole = np.round(other, decimals)
        if (np.abs(one - whole) <= tiny).all() and (np.abs(other - whole) > 10 * tiny).any():
            yield (
                plural("All numbers are rounded, to {count} decimal.", "All numbers are rounded, to {count} decimals.", decimals)
                if decimals
                else message("All numbers are rounded to whole ones.")
            )
            return
    if (one == np.trunc(other)).all() and (np.abs(other - np.trunc(other)) > 10 * tiny).any():
        yield message("All numbers are right before the decimal point, and what follows it is cut off.")


def _whole_only(one: np.ndarray, other: np.ndarray, within: float) -> Iterator[str]:
    if one.size < FEW or one.shape != other.shape or not _finite(one, other):
        return
    right = np.abs(one - other) <= within
    whole = other == np.round(other)
    if right.any() and (~right).sum() > 1 and (right == whole).all():
        yield message("It is right where a whole number is expected, and wrong everywhere else.")


# -- other values ------------------------------------------------------------------------------------------------------


def _of_items(given: list[Any], expected: list[Any]) -> Iterator[str]:
    """Lists with texts in them."""
    if given == expected or not expected:
        return
    if len(given) == len(expected) > 1 and given[::-1] == expected:
        yield message("The items are right, but in reverse order.")
    if len(set(expected[1:-1])) > 1:
        if len(given) == len(expected) and given[1:] == expected[:-1]:
            yield message("All is shifted by one place: each item comes one place too late.")
        if len(given) == len(expected) and given[:-1] == expected[1:]:
            yield message("All is shifted by one place: each item comes one place too early.")
        if given == expected[1:]:
            yield message("Only the first item is missing; the others are right.")
        if given == expected[:-1]:
            yield message("Only the last item is missing; the others are right.")
    if len(given) == len(expected) > 1 and Counter(given) == Counter(expected):
        alike = len(set(map(type, given))) == 1
        yield message("The items are right, but sorted.") if alike and given == sorted(given) else message("The items are right, but in another order.")
    if given != expected and len(given) == len(expected) and list(map(str, given)) == list(map(str, expected)):
        yield message("The items look right, but texts and numbers are mixed up: '1' is another thing than 1.")


def _of_mappings(given: Mapping[Any, Any], expected: Mapping[Any, Any], within: float) -> str:
    if set(given) == set(expected):
        one, other = _array([given[key] for key in expected]), _array(list(expected.values()))
        if one is None or other is None or _same(one, other, within) or one.shape != other.shape or one.ndim != 1:
            return ""
        if len(one) > 2 and _same(np.sort(one), np.sort(other), within):
            return message("The numbers are right, but at other keys.")
        one, other = one.astype(np.float64), other.astype(np.float64)
        return next((text for text in itertools.chain(_scaled(one, other), _rounded(one, other)) if text), "")
    numbers = all(type(key) in (int, float) for key in (*given, *expected))
    for step in (1, -1):
        if numbers and len(expected) > 1 and dict(given) == {key + step: number for key, number in expected.items()}:
            return (
                message("All keys are one too large; what belongs to them is right.")
                if step > 0
                else message("All keys are one too small; what belongs to them is right.")
            )
    if {str(key): number for key, number in given.items()} == {str(key): number for key, number in expected.items()}:
        return message("All is right but the type of the keys: '1' is another key than 1.")
    if all(type(one) in (int, float, str) for one in given.values()) and dict(expected) == {number: key for key, number in given.items()}:
        return message("Keys and values are swapped.")
    return ""


# -- helpers -----------------------------------------------------------------------------------------------------------


def _array(value: Any) -> np.ndarray | None:
    """Numbers, or nested lists of numbers that have a shape; None for anything else."""
    if isinstance(value, (list, tuple)):
        try:
            value = np.asarray(value)
        except (ValueError, OverflowError):
            return None
    if type(value) in (bool, int, float):
        value = np.asarray(value)
    return value if isinstance(value, np.ndarray) and value.dtype.kind in "biuf" else None


def _few_numbers(given: Any, expected: Any) -> tuple[np.ndarray, np.ndarray] | None:
    """One number or a few, and the expected ones at the same places or keys; None for anything else."""
    if isinstance(given, Mapping) and isinstance(expected, Mapping) and set(given) == set(expected):
        given, expected = [given[key] for key in expected], list(expected.values())
    one, other = _array(given), _array(expected)
    if one is None or other is None or one.shape != other.shape or one.ndim > 1 or one.size > MOST_OF_A_CALL or "b" in (one.dtype.kind, other.dtype.kind):
        return None
    one, other = np.atleast_1d(one).astype(np.float64), np.atleast_1d(other).astype(np.float64)
    return (one, other) if (np.abs(one) < 1e300).all() and (np.abs(other) < 1e300).all() else None


def _items(value: Any) -> list[Any] | None:
    items = value.tolist() if isinstance(value, np.ndarray) and value.ndim == 1 else value
    plain = isinstance(items, (list, tuple)) and all(type(one) in (str, int, float, bool) for one in items)
    return list(items) if plain else None


def _same(one: np.ndarray, other: np.ndarray, within: float) -> bool:
    """Whether two arrays are the same, of the same shape; NaN equals NaN."""
    if one.shape != other.shape:
        return False
    with np.errstate(invalid="ignore", over="ignore"):
        near = np.abs(np.subtract(one, other, dtype=np.float64)) <= within
        return bool((near | (one == other) | ((one != one) & (other != other))).all())


def _varies(numbers: np.ndarray) -> bool:
    return bool(numbers.size > 1 and (numbers != numbers.ravel()[0]).any())


def _finite(*arrays: np.ndarray) -> bool:
    return all(bool(np.isfinite(one).all()) for one in arrays)
