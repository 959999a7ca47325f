"""The class's charts: bars that the style sheet draws, so they follow light and dark and need no file beside the page.

Their numbers are texts of the page, so a browser enlarges them with all others, and their contrast can be tested. Each chart
has its numbers in words, too, for those who cannot see it. A bar is a link to the list of the submissions that are in it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from autograder.core.languages import spoken
from autograder.reports import wording

BARS = 16  # at most, in a histogram
STEPS = (1, 2, 2.5, 5, 10, 20)  # times a power of ten
BROAD = 0.86  # of a step: the width of a bar
ROOM_ABOVE = 1.28  # times the highest bar: the height of the chart
LONGEST_AXIS = 42  # characters of its labels that fit side by side on a phone
Who = Sequence[tuple[str, str]]  # submissions, each with its number as it should be read


class Bar(NamedTuple):
    """A bar of a chart, in per cent of its width and height; its number is at ``number_at``, ``over``, ``before`` or ``after`` that place.

    Attributes:
        place: of its step, where the list of who is in it is found.
        column: left edge and width of the step, which is what a pointer hits.
        said: what the bar stands for, and how many are in it. who: (submission, its number as it should be read).
    """

    place: int
    left: float
    width: float
    height: float
    column: tuple[float, float]
    number_at: float
    side: str
    said: str
    who: Who

    @property
    def count(self) -> int:
        return len(self.who)


class Chart(NamedTuple):
    """Bars, with who is in each. ``templates/chart.html.j2`` draws it.

    Attributes:
        id: of the chart on its page; those of the lists begin with it.
        words: the numbers in words. label: is under the axis.
        ticks, mark: (place in per cent, text); there may be no mark.
    """

    id: str
    words: str
    label: str
    bars: list[Bar]
    ticks: list[tuple[float, str]]
    mark: tuple[float, str] | None


def distribution(id: str, tenths: Sequence[Who], median: float | None = None) -> Chart:
    """Which submissions lie in each tenth of the points.

    Args:
        tenths: ten of them, from 0-9 % to 90-100 %.
        median: in per cent of the points; drawn as a line.
    """
    edges = [10.0 * place for place in range(11)]
    each = [
        spoken("{low} to {high} per cent: {number}", low=10 * place, high=10 * place + 9 + place // 9, number=len(who))
        for place, who in enumerate(tenths)
    ]
    there = [words for words, who in zip(each, tenths, strict=True) if who]
    said = "; ".join(there) + "." if there else spoken("No submission is graded yet.")
    words = spoken("Bar chart of the marks. {tenths}", tenths=said)
    return _bars(id, edges, tenths, each, words, spoken("per cent of the points"), wording.points, median, spoken("median"))


def spread(
    id: str, values: Sequence[tuple[str, float]], what: str, show: Callable[[float], str], needed: float | None = None
) -> Chart:
    """How numbers are spread: one bar for each of at most sixteen equal steps.

    Args:
        values: (submission, number); finite; at least one.
        what: is written under the axis.
        show: a number as it should be read.
        needed: drawn as a line, with that word.
    """
    numbers = [number for _name, number in values]
    low, high = min(numbers), max(numbers)
    if needed is not None:
        low, high = min(low, needed), max(high, needed)
    least = max(abs(high), 1e-6) / 50  # equal numbers make one bar, and not one as wide as the chart
    if high - low < least:
        low, high = low - least, high + least
    edges = _edges(low, high)
    found: list[list[tuple[str, str]]] = [[] for _ in edges[1:]]
    for name, value in sorted(values, key=lambda one: one[1]):
        place = sum(value >= edge - 1e-12 * abs(edge) for edge in edges) - 1
        found[max(0, min(place, len(found) - 1))].append((name, show(value)))
    each = [
        spoken("{low} to {high}: {number}", low=show(low), high=show(high), number=len(who))
        for low, high, who in zip(edges, edges[1:], found, strict=False)
    ]
    said = spoken("Bar chart of {what}: {number} numbers from {low} to {high}.", what=what, number=len(values), low=show(min(numbers)), high=show(max(numbers)))
    if needed is not None:
        said += spoken(" Needed: {number}.", number=show(needed))
    return _bars(id, edges, found, each, said, what, show, needed, spoken("needed"))


def _edges(low: float, high: float) -> list[float]:
    """Multiples of 1, 2, 2.5 or 5 times a power of ten from ``low`` or below to ``high`` or above, with at most ``BARS`` steps.

    Example:
        >>> _edges(0.0, 30.0)[:4]
        [0.0, 2.0, 4.0, 6.0]
    """
    power = 10.0 ** math.floor(math.log10((high - low) / BARS))
    for step in (power * one for one in STEPS):
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first <= BARS:
            return [round(step * place, 12) for place in range(first, last + 1)]
    raise AssertionError("a step of ten times the smallest is always enough")


class Part(NamedTuple):
    """Of a bar; its place and width in per cent of the whole."""

    kind: str
    left: float
    width: float


def shares(solved: int, begun: int, not_started: int) -> list[Part]:
    """The parts of one bar: solved, begun, not started; none that is empty."""
    whole = max(1, solved + begun + not_started)
    left, parts = 0.0, []
    for kind, number in (("solved", solved), ("begun", begun), ("untouched", not_started)):
        parts.append(Part(kind, left, 100 * number / whole))
        left += parts[-1].width
    return [part for part in parts if part.width]


def _bars(
    id: str,
    edges: Sequence[float],
    found: Sequence[Who],
    each: Sequence[str],
    words: str,
    label: str,
    show: Callable[[float], str],
    mark: float | None,
    line: str,
) -> Chart:
    """Bars between edges, the number above each, and perhaps a line across.

    Args:
        each: what each bar stands for, in words.
    """
    step, whole = edges[1] - edges[0], edges[-1] - edges[0]
    room = LONGEST_AXIS // (max(len(show(edge)) for edge in edges) + 2)  # for so many labels
    highest = ROOM_ABOVE * max([1, *map(len, found)])
    bars = []
    for place, (edge, who, said) in enumerate(zip(edges, found, each, strict=False)):
        if who:
            at, side = _beside(edge + step / 2, mark, step)
            left, number_at, begin = (100 * (x - edges[0]) / whole for x in (edge + (1 - BROAD) / 2 * step, at, edge))
            column = (begin, 100 * step / whole)
            bars.append(Bar(place, left, 100 * BROAD * step / whole, 100 * len(who) / highest, column, number_at, side, said, who))
    ticks = [(100 * (edge - edges[0]) / whole, show(edge)) for edge in edges[:: -(-len(edges) // room)]]
    line_at = None if mark is None else (100 * (mark - edges[0]) / whole, f"{line} {show(mark)}".strip())
    return Chart(id, words, label, bars, ticks, line_at)


def _beside(x: float, mark: float | None, step: float) -> tuple[float, str]:
    """Where the number above a bar is, and on which side of that place: not across the line that marks something."""
    if mark is None or abs(mark - x) > 0.3 * step:
        return x, "over"
    return (mark + 0.08 * step, "after") if x >= mark else (mark - 0.08 * step, "before")
