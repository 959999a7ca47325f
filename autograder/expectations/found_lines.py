"""Lines of a figure, found by the points that they go through; and what is near them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np

from autograder.expectations.line_scene import Label, LegendEntry, Line, LineScene

Points = tuple[object, object]  # x and y of a line, each a sequence of numbers

EXACT = 2e-3  # of the range of the numbers
NUMBER = re.compile(r"[-+]?\d+(\.\d+)?")
NEAR_END = 60.0  # pixels from a line's end to the text that names it
LONG = 0.25  # of the axes' height: what is shorter does not mark a place


def wanted_points(points: Points) -> np.ndarray:
    """Shape (points, 2), in the order of x; what is not a number is left out.

    Raises:
        ValueError: there are not as many of x as of y: a fault of the check.
    """
    x, y = (np.asarray(side, dtype=np.float64).ravel() for side in points)
    if len(x) != len(y):
        raise ValueError(f"a line of {len(x)} x and {len(y)} y: expected as many of each")
    known = np.isfinite(x) & np.isfinite(y)
    table = np.stack([x[known], y[known]], axis=1)
    ordered: np.ndarray = table[np.lexsort(table.T[::-1])]
    return ordered


def find_all(scene: LineScene, points: Points, percent: bool = False, unseen: bool = False) -> list[Line]:
    """The lines that go through exactly these points, those that join them first."""
    wanted = wanted_points(points)
    lines = scene.unseen_lines if unseen else scene.lines
    found = [line for line in lines if any(_same(one, wanted, percent) for one in readings(scene, line))]
    return sorted(found, key=lambda line: not line.joined)


def readings(scene: LineScene, line: Line) -> Iterator[np.ndarray]:
    """The points of a line as the numbers of its axes say, and as the texts at the ticks say."""
    points = _in_order(line.points)
    yield points
    shift = _shift(scene, line)
    if shift:
        yield points + np.array([shift, 0.0])


def _shift(scene: LineScene, line: Line) -> float:
    """How much larger the numbers at the ticks of x are than their places, where it is always the same."""
    place = scene.place_of(line.axes)
    ticks = [label for label in scene.labels if label.role == "x tick" and scene.place_of_label(label) == place]
    known = [(label.anchor[0], float(label.text)) for label in ticks if NUMBER.fullmatch(label.text)]
    if len(line.points) < 2 or np.ptp(line.places[:, 0]) < 1 or not known:
        return 0.0
    slope, start = np.polyfit(line.places[:, 0], line.points[:, 0], 1)
    shifts = np.array([number - (slope * pixel + start) for pixel, number in known])
    shift = float(np.round(np.median(shifts)))
    return shift if np.abs(shifts - shift).max() < 0.05 else 0.0


def _in_order(points: np.ndarray) -> np.ndarray:
    rounded = np.stack([np.round(points[:, 0], 6), points[:, 1]], axis=1)
    ordered: np.ndarray = points[np.lexsort(rounded.T[::-1])]
    return ordered


def _same(points: np.ndarray, wanted: np.ndarray, percent: bool) -> bool:
    if points.shape != wanted.shape or not len(points):
        return False
    near = EXACT * np.maximum(np.ptp(wanted, axis=0), 1e-6 * np.abs(wanted).max(axis=0))
    scales = [1.0, 100.0] if percent else [1.0]
    return any(bool((np.abs(points / [1.0, scale] - wanted) <= near).all()) for scale in scales)


def names_of(scene: LineScene, line: Line) -> list[str]:
    """What the figure calls a line: by a legend of its axes, of the figure, a text at it, or a legend of other axes."""
    place = scene.place_of(line.axes)
    sources = [
        [entry for entry in scene.entries if entry.axes >= 0 and scene.place_of(entry.axes) == place],
        [entry for entry in scene.entries if entry.axes < 0],
    ]
    for entries in sources:
        names = _by_look(line, entries)
        if names:
            return names
    beside = texts_beside(scene, line)
    if beside:
        return beside
    others = [entry for entry in scene.entries if entry.axes >= 0 and scene.place_of(entry.axes) != place]
    return _by_look(line, others)


def _by_look(line: Line, entries: list[LegendEntry]) -> list[str]:
    """The texts of the entries that look most like a line."""
    fitting = [(entry.look.alike(line.look), entry.text) for entry in entries if entry.look.same_colour(line.look)]
    most = max((likeness for likeness, _text in fitting), default=0)
    return [text for likeness, text in fitting if likeness == most]


def texts_beside(scene: LineScene, line: Line) -> list[str]:
    """The texts at the end of a line, nearer to it than to any other, or that have its colour alone."""
    place = scene.place_of(line.axes)
    others = [
        one
        for one in scene.lines
        if one is not line and scene.place_of(one.axes) == place and not (one.straight(0) or one.straight(1))
    ]
    texts = [label for label in scene.labels if label.role in ("text", "title") and _at(scene, label, place)]
    found = []
    for label in texts:
        away = line.away(label.box)
        is_nearest = all(away < other.away(label.box) for other in others)
        if (label.role == "text" and away <= NEAR_END and is_nearest) or _has_colour_of(label, line, others):
            found.append(label.text)
    return found


def _at(scene: LineScene, label: Label, place: int) -> bool:
    return scene.place_of_label(label) == place or label.axes < 0


def _has_colour_of(label: Label, line: Line, others: list[Line]) -> bool:
    """Whether a coloured text has the colour of this line and of no other one."""
    if np.ptp(label.ink[:3]) < 0.1 or not len(line.look.inks):
        return False
    away = [float(np.abs(label.ink[:3] - one.look.inks[0][:3]).max()) for one in (line, *others) if len(one.look.inks)]
    return away[0] < 0.1 and all(other >= 0.1 for other in away[1:])


def straight_lines(scene: LineScene, place: int, side: int) -> list[Line]:
    """The lines straight up (side 0) or across (side 1) in one place, long enough to mark something."""
    found = []
    for line in scene.lines:
        if scene.place_of(line.axes) == place and line.straight(side):
            frame = scene.frames[line.axes]
            if np.ptp(line.places[:, 1 - side]) >= LONG * (frame[3 - side] - frame[1 - side]):
                found.append(line)
    return found
