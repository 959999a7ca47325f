"""The part of a piece of evidence that a mistake's ``# Sign:`` line asks for, in place of all of it.

What is left out is what is never twice the same: the numbers of a training, say. What remains must still tell the mistake
from all others that are known, so ``mistake_naming`` holds their evidence against the same part.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

TENTH = 0.1


def part(evidence: object, sign: str) -> object:
    """What counts of rounded evidence (``mistake_naming.rounded``).

    Args:
        sign: a key of ``content.mistake_signs.SIGNS``, or empty for all of it.

    Example:
        >>> part(["reads", "too few", 0.31], "words")
        ['reads', 'too few', None]
        >>> part([0.2, 0.7, 0.1], "order")
        ['order', [2, 0, 1]]
    """
    return PARTS[sign](evidence) if sign else evidence


def same_tenth(one: float, other: float) -> bool:
    """Whether two numbers are the same if a tenth does not count."""
    return math.isclose(one, other, rel_tol=TENTH, abs_tol=1e-6)


def _words(evidence: object) -> object:
    if isinstance(evidence, list):
        return [_words(one) for one in evidence]
    return None if isinstance(evidence, float) else evidence


def _shape(evidence: object) -> object:
    if isinstance(evidence, list):
        return evidence[:2] if _is_array(evidence) else [_shape(one) for one in evidence]
    return type(evidence).__name__


def _order(evidence: object) -> object:
    numbers = list(_numbers(evidence))
    return ["order", sorted(range(len(numbers)), key=numbers.__getitem__)]


def _signs(evidence: object) -> object:
    return ["signs", [(number > 0) - (number < 0) for number in _numbers(evidence)]]


def _keys(evidence: object) -> object:
    """A mapping is a list of pairs, see ``mistake_naming.rounded``."""
    pairs = isinstance(evidence, list) and all(isinstance(one, list) and len(one) == 2 for one in evidence)
    return ["keys", [one[0] for one in evidence]] if pairs else evidence  # type: ignore[attr-defined]


def _numbers(evidence: object) -> Iterator[float]:
    if isinstance(evidence, list):
        for one in evidence[2:] if _is_array(evidence) else evidence:
            yield from _numbers(one)
    elif isinstance(evidence, float):
        yield evidence


def _is_array(evidence: list[object]) -> bool:
    """Whether it is what remains of a large array: its shape, its first numbers and their mean."""
    return evidence[:1] == ["array"] and len(evidence) > 1


PARTS: dict[str, Callable[[object], object]] = {
    "words": _words,
    "shape": _shape,
    "order": _order,
    "signs": _signs,
    "keys": _keys,
    "tenth": lambda evidence: evidence,
}
