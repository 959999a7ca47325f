"""What is in a figure, by Matplotlib's own objects: the other side of the comparison in ``figures.py``.

Nothing of the kit is used here. A figure is drawn once, and its artists are asked.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import matplotlib.collections
import matplotlib.container
import matplotlib.contour
import matplotlib.image
import matplotlib.lines
import matplotlib.patches
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg

NONE = ("None", "none", "", " ", None)
CELLS = 400
WHOLE = 0.95


@dataclass
class Chart:
    """One axes.

    Attributes:
        kind: as a reader calls it. names: of the x axis and the y axis, empty where there is none. title: of the axes.
        marks: of bars, points and stems: (place, text of the tick there or empty, height), in any order.
        lines: (side, place) of straight lines.
    """

    kind: str
    names: tuple[str, str]
    title: str
    marks: list[tuple[float, str, float]] = field(default_factory=list)
    lines: list[tuple[int, float]] = field(default_factory=list)


@dataclass
class Objects:
    """One figure.

    Attributes:
        images: (rows, columns, lowest, highest number), row by row from the top left. tables: the numbers of heat maps.
        bars: the ends of each colour bar. texts: what is written at images.
    """

    charts: list[Chart] = field(default_factory=list)
    images: list[tuple[int, int, float, float]] = field(default_factory=list)
    tables: list[np.ndarray] = field(default_factory=list)
    bars: list[tuple[float, float]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def measured(figure: object) -> Objects:
    """The objects of a figure."""
    FigureCanvasAgg(figure).draw()
    found = Objects()
    images = []
    for ax in _all_axes(figure):
        if getattr(ax, "_colorbar", None) is not None:
            low, high = ax._colorbar.vmin, ax._colorbar.vmax
            found.bars.append((float(low), float(high)))
        elif ax.get_visible():
            _axes(ax, found, images)
    for _place, image in sorted(images, key=lambda one: one[0]):
        found.images.append(image)
    found.texts += [text.get_text() for text in figure.texts if images and text.get_visible()]
    return found


def _all_axes(figure: object) -> list:
    found = []
    for ax in figure.axes:
        found += [ax, *ax.child_axes]
    return found


def _axes(ax: object, found: Objects, images: list) -> None:
    artists = [one for one in [*ax.images, *ax.collections] if one.get_visible() and _values(one) is not None]
    names = tuple(axis.label.get_text().strip() if ax.axison and axis.get_visible() and axis.label.get_visible() else "" for axis in (ax.xaxis, ax.yaxis))
    heat = [one for one in artists if _is_table(ax, one)]
    for one in artists:
        values = _values(one)
        if one in heat:
            found.tables.append(_upright(ax, one, values))
        else:
            left, right, bottom, top = _extent(ax, one)
            place = (-round((bottom + top) / 2 / max(abs(top - bottom), 1) * 1.5), (left + right) / 2)
            images.append((place, (*values.shape[:2], float(np.nanmin(values)), float(np.nanmax(values)))))
    if len(artists) > len(heat):
        found.texts += [ax.title.get_text(), *names, *(text.get_text() for text in ax.texts)]
    chart = Chart("", names, ax.title.get_text().strip())
    kinds = ["heat map"] * bool(heat) + _marks(ax, chart)
    chart.kind = " and ".join(kinds)
    if kinds and not (artists and not heat):
        found.charts.append(chart)


def _values(artist: object) -> np.ndarray | None:
    """The numbers of an image, or None."""
    if isinstance(artist, matplotlib.contour.ContourSet):
        return np.array([[artist.zmax - artist.zmin]]) if artist.filled else None  # it keeps no others
    if isinstance(artist, matplotlib.image.AxesImage) or hasattr(artist, "get_coordinates"):
        return np.ma.filled(np.ma.asarray(artist.get_array(), dtype=float), np.nan)
    return None


def _extent(ax: object, artist: object) -> tuple[float, float, float, float]:
    """Left, right, bottom and top of an image in pixels."""
    if isinstance(artist, matplotlib.image.AxesImage):
        left, right, bottom, top = artist.get_extent()
    elif hasattr(artist, "get_coordinates"):
        grid = np.asarray(artist.get_coordinates()).reshape(-1, 2)
        (left, bottom), (right, top) = grid.min(axis=0), grid.max(axis=0)
    else:
        box = ax.get_window_extent()
        return box.x0, box.x1, box.y0, box.y1
    ends = ax.transData.transform([(left, bottom), (right, top)])
    return (*np.sort(ends[:, 0]), *np.sort(ends[:, 1]))


def _is_table(ax: object, artist: object) -> bool:
    """Whether most cells of an image have a number written in them, or both axes have a name at each place."""
    values = _values(artist)
    if values.ndim != 2 or not 4 <= values.size <= CELLS:
        return False
    numbers = [text for text in ax.texts if any(letter.isdigit() for letter in text.get_text())]
    named = [sum(_number(label.get_text()) is None for label in axis.get_ticklabels() if label.get_text()) for axis in (ax.xaxis, ax.yaxis)]
    return len(numbers) >= 0.4 * values.size or named == [values.shape[1], values.shape[0]]


def _upright(ax: object, artist: object, values: np.ndarray) -> np.ndarray:
    """An image's numbers as they are seen, the top row first."""
    down = artist.origin == "upper" if isinstance(artist, matplotlib.image.AxesImage) else False
    if isinstance(artist, matplotlib.image.AxesImage):
        left, right, bottom, top = artist.get_extent()
        up = (bottom < top) != (ax.get_ylim()[0] > ax.get_ylim()[1])
        across = (left < right) != (ax.get_xlim()[0] > ax.get_xlim()[1])
        rows = values if down == up else values[::-1]
    else:
        grid = np.asarray(artist.get_coordinates())
        ends = ax.transData.transform([grid[0, 0], grid[-1, 0], grid[0, -1]])
        rows = values if ends[1, 1] < ends[0, 1] else values[::-1]
        across = ends[2, 0] > ends[0, 0]
    return rows if across else rows[:, ::-1]


def _marks(ax: object, chart: Chart) -> list[str]:
    """The bars, lines, points and stems of an axes; gives their kinds."""
    kinds: list[str] = []
    held = set()
    lying = False
    for container in ax.containers:
        if isinstance(container, matplotlib.container.BarContainer):
            held |= {id(bar) for bar in container}
            for bar in container:
                lying = container.orientation == "horizontal"
                if lying:
                    _mark(ax, chart, 1, bar.get_y() + bar.get_height() / 2, bar.get_width())
                else:
                    _mark(ax, chart, 0, bar.get_x() + bar.get_width() / 2, bar.get_height())
    for patch in ax.patches:
        if id(patch) in held or not patch.get_visible():
            continue
        if isinstance(patch, matplotlib.patches.Rectangle):
            blended = patch.get_transform() != patch.get_patch_transform() + ax.transData
            if not blended:
                _mark(ax, chart, 0, patch.get_x() + patch.get_width() / 2, patch.get_height())
            else:
                box = patch.get_window_extent()
                if patch.get_height() == 1 and box.width < box.height:  # a wide one marks a range, not a place
                    chart.lines.append((0, patch.get_x() + patch.get_width() / 2))
                elif patch.get_width() == 1 and box.height < box.width:
                    chart.lines.append((1, patch.get_y() + patch.get_height() / 2))
        elif isinstance(patch, matplotlib.patches.StepPatch):
            heights, edges, _base = patch.get_data()
            for low, high, height in zip(edges, edges[1:], heights, strict=False):
                _mark(ax, chart, 0, (low + high) / 2, height)
        elif isinstance(patch, matplotlib.patches.Polygon):
            for place, height in _levels(patch.get_xy()).items():
                _mark(ax, chart, 0, place, height)
    if chart.marks:
        kinds.append("chart of lying bars" if lying else "bar chart")
    stems = []
    for side, axis in enumerate((ax.xaxis, ax.yaxis)):
        low, high = sorted(axis.get_view_interval())
        grid = [tick for tick in axis.get_major_ticks() if tick.gridline.get_visible() and low <= tick.get_loc() <= high]
        if len(grid) == 1 and ax.axison:  # one line of a grid marks a place
            chart.lines.append((side, float(grid[0].get_loc())))
    for line in ax.lines:
        _line(ax, line, chart, kinds)
    for one in ax.collections:
        if isinstance(one, matplotlib.collections.PathCollection) and one.get_visible() and len(one.get_offsets()):
            kinds += ["point chart"] * ("point chart" not in kinds)
            for x, y in np.asarray(one.get_offsets(), dtype=float):
                _mark(ax, chart, 0, x, y)
        elif isinstance(one, matplotlib.collections.LineCollection):
            for segment in one.get_segments():
                x, y = np.asarray(segment, dtype=float).T
                if len(x) == 2 and (x[0] == x[1] or y[0] == y[1]):
                    side, place = (0, x[0]) if x[0] == x[1] else (1, y[0])
                    chart.lines.append((side, float(place)))
                    stems.append(place)
                else:  # a line of its own
                    kinds += ["line chart"] * ("line chart" not in kinds)
                    for place, height in zip(x, y, strict=True):
                        _mark(ax, chart, 0, place, height)
    if len(stems) >= 3 and not kinds:
        kinds.append("stem chart")
    return kinds


def _line(ax: object, line: object, chart: Chart, kinds: list[str]) -> None:
    if isinstance(line, matplotlib.lines.AxLine):  # its own numbers are places on the line
        (x, y), slope = line.get_xy1(), line.get_slope()
        if slope is None:
            (x0, _), (x1, _) = line.get_xy1(), line.get_xy2()
            slope = np.inf if x0 == x1 else 0.0
        chart.lines.append((0, float(x)) if np.isinf(slope) else (1, float(y)))
        return
    x, y = (np.asarray(side, dtype=float) for side in (line.get_xdata(orig=False), line.get_ydata(orig=False)))
    joined = line.get_linestyle() not in NONE and line.get_linewidth() > 0
    dotted = line.get_marker() not in NONE and line.get_markersize() > 0
    if not line.get_visible() or not (joined or dotted) or not len(x):
        return
    if joined and not dotted and not (np.ptp(x) or np.ptp(y)):
        return  # of no length
    if joined and len(x) > 1 and (np.ptp(x) == 0 or np.ptp(y) == 0) and (len(x) == 2 or np.ptp(x) == 0):
        chart.lines.append((0, float(x[0])) if np.ptp(x) == 0 else (1, float(y[0])))
        return
    kind = "line chart" if joined and len(x) > 1 else "point chart"
    kinds += [kind] * (kind not in kinds)
    for place, height in zip(x, y, strict=True):
        if np.isfinite(place) and np.isfinite(height):
            _mark(ax, chart, 0, place, height)


def _levels(corners: np.ndarray) -> dict[float, float]:
    """Middle -> height of the level parts of an outline."""
    found: dict[float, float] = {}
    for (x, y), (next_x, next_y) in zip(corners, corners[1:], strict=False):
        if y == next_y and x != next_x:
            found[(x + next_x) / 2] = max(y, found.get((x + next_x) / 2, 0.0))
    return found


def _mark(ax: object, chart: Chart, side: int, place: float, height: float) -> None:
    axis = (ax.xaxis, ax.yaxis)[side]
    ticks = zip(axis.get_majorticklocs(), (label.get_text() for label in axis.get_ticklabels()), strict=False)
    texts = [(abs(at - place), text.strip()) for at, text in ticks if text.strip()]
    chart.marks.append((float(place), min(texts)[1] if texts else "", float(height)))


def _number(text: str) -> float | None:
    try:
        return float(text.replace("−", "-"))
    except ValueError:
        return None
