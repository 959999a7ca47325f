"""The bars, lines and points of one axes of a figure, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from autograder.core.figure_text import FigureRow
from autograder.core.languages import Message, message, plural
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

BAR, POINT, POINTS, LINE, ONE_POINT = message("bar"), message("point"), message("separate points"), message("line"), message("1 point")
VERTICAL_LINE, HORIZONTAL_LINE = message("vertical line"), message("horizontal line")
VERTICAL_BAND, HORIZONTAL_BAND = message("vertical band"), message("horizontal band")
COUNTED: dict[str, tuple[Message, Message]] = {  # of one, and of more
    BAR: (
        message("1 bar{called}: {height} at {place}"),
        message("{count} bars{called}, highest {high} at {highest}, lowest {low} at {lowest}"),
    ),
    POINT: (
        message("1 point{called}: {height} at {place}"),
        message("{count} points{called}, highest {high} at {highest}, lowest {low} at {lowest}"),
    ),
    VERTICAL_LINE: (
        message("1 vertical line{called}: {height} at {place}"),
        message("{count} vertical lines{called}, highest {high} at {highest}, lowest {low} at {lowest}"),
    ),
    HORIZONTAL_LINE: (
        message("1 horizontal line{called}: {height} at {place}"),
        message("{count} horizontal lines{called}, highest {high} at {highest}, lowest {low} at {lowest}"),
    ),
}


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
        what, low, high = VERTICAL_BAND if one.upright else HORIZONTAL_BAND, number(float(one.low[0])), number(float(one.high[0]))
        marks.rows.append(FigureRow(axes.part, what, _set_name(scene, one, 0), message("from {low} to {high}", low=low, high=high)))
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
    drawn: list[tuple[str, str, float]] = []  # set, place, height
    for one in sets:
        side = 0 if one.upright else 1
        lost = drawing.lost(one)
        if lost == len(one.heights) and lost:
            marks.rows.append(FigureRow(axes.part, message("bars that cannot be seen"), "", str(lost)))
            continue
        touch = len(one.low) > 1 and bool(np.allclose(np.sort(one.low)[1:], np.sort(one.high)[:-1], atol=1e-6 * np.ptp(one.low)))
        for place in range(len(one.heights)):
            name = axes.place_name(side, float(one.centres[place]))
            drawn.append((_set_name(scene, one, place), name, float(one.heights[place])))
            if len(drawn) <= MOST_BARS:
                if touch and axes.numbered[side]:
                    name = message("{name} ({low} to {high})", name=name, low=number(one.low[place]), high=number(one.high[place]))
                marks.rows.append(FigureRow(axes.part, _of(BAR, drawn[-1][0]), name, _height(axes, one, place)))
        if lost:
            marks.rows.append(FigureRow(axes.part, message("bars whose ends cannot be seen"), "", str(lost)))
    if len(drawn) > MOST_BARS:
        marks.rows.append(FigureRow(axes.part, message("more bars"), "", str(len(drawn) - MOST_BARS)))
    if drawn:
        marks.kinds.append(message("bar chart") if sets[0].upright else message("chart of lying bars"))
        marks.phrases += [_extremes(name, [(at, value) for of, at, value in drawn if of == name], BAR) for name in dict.fromkeys(of for of, _at, _value in drawn)]


def _height(axes: Axes, series: Series, place: int) -> str:
    """A bar's height, and where it begins, if that is not at zero: ``3, from 5 to 8``."""
    height = number(series.heights[place])
    side = 1 if series.upright else 0
    if series.boxes is None or axes.scales[side] != "linear":
        return height
    ends = series.boxes[place][[side, side + 2]]
    begin = axes.at_pixel(side, float(ends[np.abs(ends - series.tips[place, side]).argmax()]))
    zero = axes.at_pixel(side, 0.0), axes.at_pixel(side, 1.0)
    if begin is None or zero[0] is None or zero[1] is None or abs(begin) <= SAME_PIXELS * abs(zero[1] - zero[0]):
        return height
    return message("{height}, from {low} to {high}", height=height, low=number(begin), high=number(begin + float(series.heights[place])))


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
        points = plural("{count} point", "{count} points", count)
        if len(shown) < count:
            points = message("{points}, of which {shown} are below", points=points, shown=len(shown))
        what = LINE if line.look.dashes and count > 1 else POINTS  # steps join points, too
        kind = message("line chart") if what is LINE else message("point chart")
        marks.kinds += [kind] * (kind not in marks.kinds)
        marks.rows.append(FigureRow(axes.part, what, name, points))
        marks.rows += [
            FigureRow(axes.part, _of(POINT, name), axes.place_name(0, float(x)), axes.said(1, float(y))) for x, y in line.points[shown]
        ]
        marks.phrases.append(_course(axes, name, what, line))
    if len(lines) > MOST_LINES:
        marks.rows.append(FigureRow(axes.part, message("more lines"), "", str(len(lines) - MOST_LINES)))
    single = [line for line in lines if len(line.points) == 1]
    if len(single) > 1:
        drawn = [(axes.place_name(0, float(line.points[0, 0])), float(line.points[0, 1])) for line in single]
        marks.phrases = [phrase for phrase in marks.phrases if phrase != ONE_POINT] + [_extremes("", drawn, POINT)]


def _course(axes: Axes, name: str, what: str, line: Line) -> str:
    """How a line goes, for the sentence."""
    if len(line.points) == 1:
        return ONE_POINT
    order = np.argsort(line.points[:, 0], kind="stable")
    start, end = (rounded(float(axes.said(1, float(line.points[order[at], 1])))) for at in (0, -1))
    if name:
        return message("'{name}' from {start} to {end}", name=clean(name, 30), start=start, end=end)
    if what is LINE:
        return message("a line from {start} to {end}", start=start, end=end)
    return message("{count} points from {start} to {end}", count=len(order), start=start, end=end)


def _straight(axes: Axes, lines: list[Line], scene: LineScene, marks: Marks) -> None:
    """Straight lines that mark a place, or stand for numbers."""
    for side, what in enumerate((VERTICAL_LINE, HORIZONTAL_LINE)):
        own = [line for line in lines if line.straight(side)]
        frame = axes.box
        whole = [np.ptp(line.places[:, 1 - side]) >= ACROSS * (frame[3 - side] - frame[1 - side]) for line in own]
        stems = [line for line, is_whole in zip(own, whole, strict=True) if not is_whole]
        drawn = []
        for line, is_whole in list(zip(own, whole, strict=True))[:MOST_BARS]:
            name = clean((names_of(scene, line) or [line.label])[0]) if is_whole or len(stems) < STEMS else ""
            at = float(np.median(line.points[:, side]))
            low, high = float(line.points[:, 1 - side].min()), float(line.points[:, 1 - side].max())
            ends = message("from side to side")
            if not is_whole:
                ends = message("from {low} to {high}", low=axes.said(1 - side, low), high=axes.said(1 - side, high))
            marks.rows.append(FigureRow(axes.part, _of(what, name), f"{'xy'[side]} = {axes.said(side, at)}", ends))
            drawn.append((axes.place_name(side, at), high if abs(high) >= abs(low) else low))
            if is_whole or len(stems) < STEMS:
                marks.phrases.append(message("{line} at {axis} = {place}", line=what, axis="xy"[side], place=rounded(at)))
        if len(stems) >= STEMS:
            marks.phrases.append(_extremes("", [one for one, is_whole in zip(drawn, whole, strict=False) if not is_whole], what))
            marks.kinds += [message("stem chart")] * (not marks.kinds)


def _extremes(name: str, drawn: list[tuple[str, float]], what: str) -> str:
    """``10 bars 'train', the highest 6742 at 1, the lowest 5421 at 5``."""
    one, many = COUNTED[what]
    called = f" '{clean(name, 30)}'" if name else ""
    if len(drawn) == 1:
        return one.having(called=called, height=rounded(drawn[0][1]), place=_place(drawn[0][0]))
    high, low = max(drawn, key=lambda one: one[1]), min(drawn, key=lambda one: one[1])
    return many.having(
        count=len(drawn), called=called, high=rounded(high[1]), highest=_place(high[0]), low=rounded(low[1]), lowest=_place(low[0])
    )


def _place(name: str) -> str:
    return name if isinstance(name, Message) else clean(name, 20)


def _of(what: str, name: str) -> str:
    return message("{what} of '{name}'", what=what, name=name) if name else what
