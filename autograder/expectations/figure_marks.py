"""The bars, lines and points of one axes of a figure, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from autograder.core.figure_text import FigureRow
from autograder.expectations.figure_axes import Axes, clean, number, rounded
from autograder.expectations.found_lines import names_of
from autograder.expectations.line_scene import SAME_COLOUR, Line, LineScene
from autograder.expectations.scene import Drawing, Picture, Series

MOST_BARS = 120  # of one axes
MOST_POINTS = 60  # of one line; of a longer one some are left out, evenly
MOST_LINES = 40  # of one axes
ACROSS = 0.95  # of the axes: a straight line from there on goes from one side to the other
STEMS = 3  # straight lines from the axis from which on they stand for numbers
SAME_PIXELS = 2.0
AS_BROAD = 0.02  # of a bar's width: so exactly a line has its edges, if it is the bar


@dataclass
class Marks:
    """What is drawn in one axes, besides images.

    Attributes:
        kinds: ``bar chart``, ``line chart``, ``point chart``, ``stem chart``. rows: of the table.
        phrases: for the sentence, the most telling first.
    """

    kinds: list[str] = field(default_factory=list)
    rows: list[FigureRow] = field(default_factory=list)
    phrases: list[str] = field(default_factory=list)


def read_marks(axes: Axes, drawing: Drawing, scene: LineScene) -> Marks:
    """The bars, lines and points of one axes that can be seen."""
    marks = Marks()
    bars = [one for one in drawing.series if one.axes == axes.number and one.kind == "bars"]
    bands = [one for one in bars if _is_band(axes, one)]
    bars = [one for one in bars if not _is_band(axes, one) and not any(_is_of_image(one, picture) for picture in drawing.pictures)]
    _bars(axes, bars, drawing, scene, marks)
    lines = [line for line in scene.lines if line.axes == axes.number and not any(_is_bar(axes, line, one) for one in bars)]
    straight = [line for line in lines if line.straight(0) or line.straight(1)]
    _lines(axes, [line for line in lines if not any(line is one for one in straight)], scene, marks)
    _straight(axes, straight, scene, marks)
    for one in bands:
        what, low, high = "vertical band" if one.upright else "horizontal band", number(float(one.low[0])), number(float(one.high[0]))
        marks.rows.append(FigureRow(axes.part, what, _set_name(scene, one, 0), f"from {low} to {high}"))
    return marks


def _is_band(axes: Axes, series: Series) -> bool:
    """Whether a single rectangle goes exactly from one side of the axes to the other: it marks a range, and is not a bar.

    Its height is then 1, in shares of the axes. Where the axes go from 0 to 1 as well, it is taken for a bar.
    """
    side = 1 if series.upright else 0
    ends = axes.limits[2 * side : 2 * side + 2]
    is_whole = len(series.heights) == 1 and series.heights[0] == 1.0 and sorted(ends) != [0.0, 1.0]
    return is_whole and abs(float(series.tips[0, side]) - float(axes.box[side + 2])) <= 1.0


def _is_of_image(series: Series, picture: Picture) -> bool:
    """Whether bars are the cells of an image: ``pcolor`` draws them one by one."""
    low, high = picture.whole[:2] - SAME_PIXELS, picture.whole[2:] + SAME_PIXELS
    return picture.axes == series.axes and bool(((series.tips >= low) & (series.tips <= high)).all())


def _is_bar(axes: Axes, line: Line, series: Series) -> bool:
    """Whether a line is the middle of a bar: one that is as high as its axes is described as a line, too."""
    side = 0 if series.upright else 1
    at = float(line.places[:, side].mean())
    ends = axes.at_pixel(side, at - line.width / 2), axes.at_pixel(side, at + line.width / 2)
    if not line.straight(side) or ends[0] is None or ends[1] is None:
        return False
    near = AS_BROAD * (series.high - series.low)
    return bool(((np.abs(series.low - min(ends[0], ends[1])) <= near) & (np.abs(series.high - max(ends[0], ends[1])) <= near)).any())


def _bars(axes: Axes, sets: list[Series], drawing: Drawing, scene: LineScene, marks: Marks) -> None:
    drawn: list[tuple[str, str, float]] = []
    for one in sets:
        side = 0 if one.upright else 1
        lost = drawing.lost(one)
        if lost == len(one.heights) and lost:
            marks.rows.append(FigureRow(axes.part, "bars that cannot be seen", "", str(lost)))
            continue
        touch = len(one.low) > 1 and bool(np.allclose(np.sort(one.low)[1:], np.sort(one.high)[:-1], atol=1e-6 * np.ptp(one.low)))
        for place in range(len(one.heights)):
            name = axes.place_name(side, float(one.centres[place]))
            if touch and axes.numbered[side]:
                name += f" ({number(one.low[place])} to {number(one.high[place])})"
            drawn.append((_set_name(scene, one, place), name, float(one.heights[place])))
            if len(drawn) <= MOST_BARS:
                value = number(one.heights[place]) + _base(axes, one, place)
                marks.rows.append(FigureRow(axes.part, _of("bar", drawn[-1][0]), name, value))
        if lost:
            marks.rows.append(FigureRow(axes.part, "bars whose ends cannot be seen", "", str(lost)))
    if len(drawn) > MOST_BARS:
        marks.rows.append(FigureRow(axes.part, "more bars", "", str(len(drawn) - MOST_BARS)))
    if drawn:
        marks.kinds.append("bar chart" if sets[0].upright else "chart of lying bars")
        marks.phrases += [_extremes(name, [(at, value) for of, at, value in drawn if of == name], "bar") for name in dict.fromkeys(of for of, _at, _value in drawn)]


def _base(axes: Axes, series: Series, place: int) -> str:
    """Where a bar begins, if that is not at zero: ``, from 5 to 8``."""
    side = 1 if series.upright else 0
    if series.boxes is None or axes.scales[side] != "linear":
        return ""
    ends = series.boxes[place][[side, side + 2]]
    begin = axes.at_pixel(side, float(ends[np.abs(ends - series.tips[place, side]).argmax()]))
    zero = axes.at_pixel(side, 0.0), axes.at_pixel(side, 1.0)
    if begin is None or zero[0] is None or zero[1] is None or abs(begin) <= SAME_PIXELS * abs(zero[1] - zero[0]):
        return ""
    return f", from {number(begin)} to {number(begin + float(series.heights[place]))}"


def _set_name(scene: LineScene, series: Series, place: int) -> str:
    """What a legend calls the bars of this colour; empty where it does not."""
    for entry in scene.entries:
        if entry.axes not in (-1, series.axes) and scene.place_of(entry.axes) != scene.place_of(series.axes):
            continue
        for ink in series.inks[place]:
            if ink[3] > 0 and len(entry.look.inks) and np.abs(entry.look.inks - ink).max(axis=1).min() <= SAME_COLOUR:
                return clean(entry.text)
    return ""


def _lines(axes: Axes, lines: list[Line], scene: LineScene, marks: Marks) -> None:
    """Lines that join points, and points alone."""
    for line in lines[:MOST_LINES]:
        name = clean((names_of(scene, line) or [line.label])[0])
        count = len(line.points)
        shown = np.unique(np.linspace(0, count - 1, min(count, MOST_POINTS)).round().astype(int))
        more = "" if len(shown) == count else f", of which {len(shown)} are below"
        what = "line" if line.look.dashes and count > 1 else "points"  # steps join points, too
        kind = "line chart" if what == "line" else "point chart"
        marks.kinds += [kind] * (kind not in marks.kinds)
        marks.rows.append(FigureRow(axes.part, what, name, f"{count} point{'s' * (count > 1)}{more}"))
        marks.rows += [
            FigureRow(axes.part, _of("point", name), axes.place_name(0, float(x)), axes.said(1, float(y))) for x, y in line.points[shown]
        ]
        marks.phrases.append(_course(axes, name, what, line))
    if len(lines) > MOST_LINES:
        marks.rows.append(FigureRow(axes.part, "more lines", "", str(len(lines) - MOST_LINES)))
    single = [line for line in lines if len(line.points) == 1]
    if len(single) > 1:
        drawn = [(axes.place_name(0, float(line.points[0, 0])), float(line.points[0, 1])) for line in single]
        marks.phrases = [phrase for phrase in marks.phrases if phrase != "1 point"] + [_extremes("", drawn, "point")]


def _course(axes: Axes, name: str, what: str, line: Line) -> str:
    """How a line goes, for the sentence."""
    called = f"'{clean(name, 30)}'" if name else ""
    if len(line.points) == 1:
        return "1 point"
    order = np.argsort(line.points[:, 0], kind="stable")
    start, end = (rounded(float(axes.said(1, float(line.points[order[at], 1])))) for at in (0, -1))
    return f"{called or ('a line' if what == 'line' else f'{len(order)} points')} from {start} to {end}"


def _straight(axes: Axes, lines: list[Line], scene: LineScene, marks: Marks) -> None:
    """Straight lines that mark a place, or stand for numbers."""
    for side, what in enumerate(("vertical line", "horizontal line")):
        own = [line for line in lines if line.straight(side)]
        frame = axes.box
        whole = [np.ptp(line.places[:, 1 - side]) >= ACROSS * (frame[3 - side] - frame[1 - side]) for line in own]
        stems = [line for line, is_whole in zip(own, whole, strict=True) if not is_whole]
        drawn = []
        for line, is_whole in list(zip(own, whole, strict=True))[:MOST_BARS]:
            name = clean((names_of(scene, line) or [line.label])[0]) if is_whole or len(stems) < STEMS else ""
            at = float(np.median(line.points[:, side]))
            low, high = float(line.points[:, 1 - side].min()), float(line.points[:, 1 - side].max())
            ends = "from side to side" if is_whole else f"from {axes.said(1 - side, low)} to {axes.said(1 - side, high)}"
            marks.rows.append(FigureRow(axes.part, _of(what, name), f"{'xy'[side]} = {axes.said(side, at)}", ends))
            drawn.append((axes.place_name(side, at), high if abs(high) >= abs(low) else low))
            if is_whole or len(stems) < STEMS:
                marks.phrases.append(f"{what} at {'xy'[side]} = {rounded(at)}")
        if len(stems) >= STEMS:
            marks.phrases.append(_extremes("", [one for one, is_whole in zip(drawn, whole, strict=False) if not is_whole], what))
            marks.kinds += ["stem chart"] * (not marks.kinds)


def _extremes(name: str, drawn: list[tuple[str, float]], what: str) -> str:
    """``10 bars 'train', the highest 6742 at 1, the lowest 5421 at 5``."""
    called = f" '{clean(name, 30)}'" if name else ""
    if len(drawn) == 1:
        return f"1 {what}{called}: {rounded(drawn[0][1])} at {clean(drawn[0][0], 20)}"
    high, low = max(drawn, key=lambda one: one[1]), min(drawn, key=lambda one: one[1])
    return (
        f"{len(drawn)} {what}s{called}, highest {rounded(high[1])} at {clean(high[0].partition(' (')[0], 20)}, "
        f"lowest {rounded(low[1])} at {clean(low[0].partition(' (')[0], 20)}"
    )


def _of(what: str, name: str) -> str:
    return f"{what} of '{name}'" if name else what
