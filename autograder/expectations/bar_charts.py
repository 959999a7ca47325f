"""What a bar chart says: for each thing, how often it occurs.

The same counts are drawn in many fair ways: bars above their numbers, pairs of bars beside them, bins of a histogram,
bars in order of frequency with the number written under each. Each way is a reading; a chart is right if what it
says in one of them is right.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.core.languages import message, plural
from autograder.expectations.scene import COVERED, Series, covered

EXACT = 0.01  # how far a bar may stand from its number and still stand above it
BESIDE = 0.3  # from here on it stands visibly beside its number; a pair of bars does not
NARROWEST = 0.75  # bins below this width leave every now and then one between two whole numbers
MOST_SINGLE = 200  # marks drawn one by one that are also put together by their colour
EACH = ("low", "high", "heights", "tips", "boxes", "inks", "painted")  # of a series, one for each mark
ONE_NUMBER = re.compile(r"[^\d-]*(-?\d+)\D*")


@dataclass(frozen=True)
class Reading:
    """What a series says, and how far its marks are from their numbers."""

    counts: dict[int, float]
    offset: float

    def says(self, expected: dict[int, int]) -> bool:
        wanted = {key: count for key, count in expected.items() if count}
        return set(self.counts) == set(wanted) and all(abs(self.counts[key] - wanted[key]) < EXACT for key in wanted)


def find(series: tuple[Series, ...], expected: dict[int, int]) -> tuple[Series, Reading] | None:
    """The first series that says these counts."""
    for one in all_series(series):
        for reading in readings(one):
            if reading.says(expected):
                return one, reading
    return None


def all_series(series: tuple[Series, ...]) -> list[Series]:
    """The series as they are, and marks drawn one by one put together: all of a kind, by colour, or in turn.

    A histogram of a single number is a mark too, however many bins it has.
    """
    single = [(_key(one), _only(one)) for one in series if len(one.heights) == 1 or np.count_nonzero(one.heights) == 1]
    together: list[list[Series]] = []
    for key in dict.fromkeys(key for key, _ in single):
        row = [mark for own, mark in single if own == key]
        together += [row, row[::2], row[1::2], row[: len(row) // 2], row[len(row) // 2 :]]
        if len(row) <= MOST_SINGLE:
            centres = [float(mark.centres[0]) for mark in row]
            steps = np.cumsum([0, *(np.diff(centres) < 0)]).tolist()  # a set begins where the turn of another number was over
            asides = [round(centre - np.floor(centre + 0.5), 2) for centre in centres]
            together += [*_by(steps, row), *_by(asides, row), *_by([mark.inks.tobytes() for mark in row], row)]
    return [*series, *(_joined(row) for row in together if len(row) > 1)]


def sets_together(series: tuple[Series, ...]) -> list[Series]:
    """The series of one kind in one axes as a single one, where no two of their marks are at the same place.

    Bars are often drawn in two sets, to give them different colours.
    """
    found = []
    for key in dict.fromkeys(_key(one) for one in series):
        row = [one for one in series if _key(one) == key]
        if 1 < len(row) and len(np.unique(np.concatenate([one.centres for one in row]).round(6))) == sum(len(one.heights) for one in row):
            found.append(_joined(row))
    return found


def readings(series: Series) -> Iterator[Reading]:
    """The fair ways to read one series; the numbers written under it, if there are any, leave no other way."""
    drawn = series.heights != 0
    if not drawn.any():
        return
    written = _written(series, drawn)
    if written is not None:
        yield from _reading(series, drawn, written, offset=0.0)
        return
    centres = series.centres
    nearest = np.floor(centres + 0.5)
    offsets = np.abs(centres - nearest)
    if offsets[drawn].max() <= EXACT:
        yield from _reading(series, drawn, nearest, offset=0.0, repeats=True)
        return
    spacing = np.diff(np.unique(centres))
    if len(spacing) and spacing.min() >= NARROWEST:
        first = np.ceil(series.low - 1e-9)
        holds_one = (first < series.high) & (first + 1 >= series.high - 1e-9)
        if holds_one[drawn].all():
            yield from _reading(series, drawn, first, offset=float(np.abs(centres - first)[drawn].max()))
        yield from _reading(series, drawn, nearest, offset=float(offsets[drawn].max()))
        order = np.arange(len(centres))
        if np.abs(np.sort(centres) - order).max() <= 0.75 and np.ptp(spacing) < 0.05:
            places = np.empty(len(centres))
            places[np.argsort(centres)] = order
            yield from _reading(series, drawn, places, offset=float(np.abs(centres - places)[drawn].max()))


def hides(one: Series, other: Series) -> bool:
    """Whether a mark of either series cannot be seen behind one of the other, which is painted later."""
    return _covers(one, other) or _covers(other, one)


def _covers(front: Series, back: Series) -> bool:
    if front.boxes is None or back.boxes is None:
        return False
    marks = zip(back.boxes, back.heights, back.painted, strict=True)
    return any(
        height and covered(box, list(front.boxes[front.painted > painted])) >= COVERED for box, height, painted in marks
    )


def overlap(one: Series, other: Series) -> bool:
    """Whether bars of two series are at the same places and start from the same line."""
    if one.boxes is None or other.boxes is None or one.axes != other.axes or one.upright != other.upright:
        return False
    side = 0 if one.upright else 1
    for box in one.boxes[one.heights != 0]:
        others = other.boxes[other.heights != 0]
        common = np.minimum(box[side + 2], others[:, side + 2]) - np.maximum(box[side], others[:, side])
        shared = common > 0.5 * (box[side + 2] - box[side])
        if (shared & (np.abs(others[:, 1 - side] - box[1 - side]) < 1)).any():
            return True
    return False


def series_as_numbers(series: tuple[Series, ...]) -> list[list[object]]:
    """Every series as plain numbers, for evidence."""
    return [[one.axes, one.centres.round(2).tolist(), one.heights.round(4).tolist()] for one in all_series(series)[:8]]


def in_words(series: Series) -> str:
    """``bars of height 1, 2 and 3 at 0, 1 and 5``, shortened."""
    values = {"heights": _numbers(series.heights), "places": _numbers(series.centres)}
    if series.boxes is None:
        return plural("a point of height {heights} at {places}", "points of height {heights} at {places}", len(series.heights), **values)
    return plural("a bar of height {heights} at {places}", "bars of height {heights} at {places}", len(series.heights), **values)


def _written(series: Series, drawn: np.ndarray) -> np.ndarray | None:
    """The numbers under the marks, where they are not simply the numbers of the axis."""
    texts = [(position, ONE_NUMBER.fullmatch(text.replace("−", "-"))) for position, text in series.ticks]
    numbers = [(position, int(found[1])) for position, found in texts if found]
    if not numbers or all(abs(position - number) <= EXACT for position, number in numbers):
        return None
    result = np.full(len(series.heights), np.nan)
    positions = np.array([position for position, _ in numbers])
    for place, centre in enumerate(series.centres):
        nearest = int(np.abs(positions - centre).argmin())
        if abs(positions[nearest] - centre) <= 0.5:
            result[place] = numbers[nearest][1]
    return None if np.isnan(result[drawn]).any() else result


def _reading(
    series: Series, drawn: np.ndarray, numbers: np.ndarray, offset: float, repeats: bool = False
) -> Iterator[Reading]:
    """A reading, unless two marks would stand for the same number."""
    used = numbers[drawn]
    if repeats or len(set(used.tolist())) == len(used):
        counts: dict[int, float] = {}
        for number, height in zip(used.tolist(), series.heights[drawn].tolist(), strict=True):
            counts[int(number)] = max(counts.get(int(number), 0.0), height)
        yield Reading(counts, offset)


def _key(one: Series) -> tuple[object, ...]:
    """What marks have in common that belong to one chart."""
    return one.axes, one.kind, one.upright, one.boxes is None, one.inks.shape[1]


def _by(keys: Sequence[object], row: list[Series]) -> list[list[Series]]:
    """The marks of each key together; nothing where all have the same, or each its own."""
    groups: dict[object, list[Series]] = {}
    for key, mark in zip(keys, row, strict=True):
        groups.setdefault(key, []).append(mark)
    return list(groups.values()) if 1 < len(groups) < len(row) else []


def _only(one: Series) -> Series:
    """The one mark of a series that is higher than zero, alone."""
    if len(one.heights) == 1:
        return one
    drawn = one.heights != 0
    return replace(one, **{name: getattr(one, name)[drawn] for name in EACH if getattr(one, name) is not None})


def _joined(row: list[Series]) -> Series:
    parts: dict[str, Any] = {
        name: np.concatenate([getattr(one, name) for one in row]) for name in EACH if getattr(row[0], name) is not None
    }
    return replace(row[0], **parts)


def _numbers(values: np.ndarray, limit: int = 10) -> str:
    texts = [f"{value:.6g}" for value in itertools.islice(values.tolist(), limit)]
    few = ", ".join(texts)
    return message("{few} … ({number} in all)", few=few, number=len(values)) if len(values) > limit else few
