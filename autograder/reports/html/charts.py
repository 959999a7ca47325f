"""The class's charts: bars that the style sheet draws, so they follow light and dark and need no file beside the page.

Their numbers are texts of the page, so a browser enlarges them with all others, and their contrast can be tested. Each chart
has its numbers in words, too, for those who cannot see it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from autograder.core.languages import spoken
from autograder.reports import wording
from autograder.reports.html.rendering import render

BARS = 16  # at most, in a histogram
STEPS = (1, 2, 2.5, 5, 10, 20)  # times a power of ten
BROAD = 0.86  # of a step: the width of a bar
ROOM_ABOVE = 1.28  # times the highest bar: the height of the chart
LONGEST_AXIS = 42  # characters of its labels that fit side by side on a phone


def distribution(bins: Sequence[int], median: float | None = None) -> str:
    """How many submissions lie in each tenth of the points.

    Args:
        bins: ten numbers, from 0-9 % to 90-100 %.
        median: in per cent of the points; drawn as a line.
    """
    edges = [10.0 * place for place in range(11)]
    said = spoken("Bar chart of the marks. {tenths}", tenths=_tenths(bins))
    return _bars(edges, bins, said, spoken("per cent of the points"), wording.points, median, spoken("median"))


def spread(
    values: Sequence[float], what: str, show: Callable[[float], str], needed: float | None = None
) -> str:
    """How numbers are spread: one bar for each of at most sixteen equal steps.

    Args:
        values: finite; at least one.
        what: is written under the axis.
        show: a number as it should be read.
        needed: drawn as a line, with that word.
    """
    low, high = min(values), max(values)
    if needed is not None:
        low, high = min(low, needed), max(high, needed)
    least = max(abs(high), 1e-6) / 50  # equal numbers make one bar, and not one as wide as the chart
    if high - low < least:
        low, high = low - least, high + least
    edges = _edges(low, high)
    counts = [0] * (len(edges) - 1)
    for value in values:
        place = sum(value >= edge - 1e-12 * abs(edge) for edge in edges) - 1
        counts[max(0, min(place, len(counts) - 1))] += 1
    said = spoken("Bar chart of {what}: {number} numbers from {low} to {high}.", what=what, number=len(values), low=show(min(values)), high=show(max(values)))
    if needed is not None:
        said += spoken(" Needed: {number}.", number=show(needed))
    return _bars(edges, counts, said, what, show, needed, spoken("needed"))


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


class Bar(NamedTuple):
    """A bar of a chart, in per cent of its width and height; its number is at ``number_at``, ``over``, ``before`` or ``after`` that place."""

    left: float
    width: float
    height: float
    count: int
    number_at: float
    side: str


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
    edges: Sequence[float],
    counts: Sequence[int],
    said: str,
    label: str,
    show: Callable[[float], str],
    mark: float | None,
    line: str,
) -> str:
    """Bars between edges, the number above each, and perhaps a line across."""
    from markupsafe import Markup

    step, whole = edges[1] - edges[0], edges[-1] - edges[0]
    room = LONGEST_AXIS // (max(len(show(edge)) for edge in edges) + 2)  # for so many labels
    highest = ROOM_ABOVE * max([1, *counts])
    bars = []
    for edge, count in zip(edges, counts, strict=False):
        if count:
            at, side = _beside(edge + step / 2, mark, step)
            left, number_at = (100 * (place - edges[0]) / whole for place in (edge + (1 - BROAD) / 2 * step, at))
            bars.append(Bar(left, 100 * BROAD * step / whole, 100 * count / highest, count, number_at, side))
    shown = {
        "bars": bars,
        "ticks": [(100 * (edge - edges[0]) / whole, show(edge)) for edge in edges[:: -(-len(edges) // room)]],
        "mark": None if mark is None else (100 * (mark - edges[0]) / whole, f"{line} {show(mark)}".strip()),
    }
    return Markup(render("chart.html.j2", words=said, label=label, **shown))


def _beside(x: float, mark: float | None, step: float) -> tuple[float, str]:
    """Where the number above a bar is, and on which side of that place: not across the line that marks something."""
    if mark is None or abs(mark - x) > 0.3 * step:
        return x, "over"
    return (mark + 0.08 * step, "after") if x >= mark else (mark - 0.08 * step, "before")


def _tenths(bins: Sequence[int]) -> str:
    said = [
        spoken("{low} to {high} per cent: {number}", low=10 * place, high=10 * place + 9 + place // 9, number=number)
        for place, number in enumerate(bins)
        if number
    ]
    return "; ".join(said) + "." if said else spoken("No submission is graded yet.")
