"""What a figure shows, from its Matplotlib objects: images as they appear, bars, lines, and the texts beside them."""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np
from oracle import NotAsAsked

DPI = 40


def drawn(figure: Any) -> str:
    """What a figure looks like, point by point, without its layout engine, which takes longer than all the rest."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    seen = [figure.get_size_inches().tolist(), type(figure.get_layout_engine()).__name__]
    figure.set_layout_engine("none")
    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return hashlib.sha256(repr(seen).encode() + bytes(canvas.buffer_rgba())).hexdigest()


def axes_of(figure: Any) -> list[Any]:
    """The axes of a figure in reading order, without colour bars.

    Raises:
        NotAsAsked: it is not a figure.
    """
    from matplotlib.figure import Figure

    if not isinstance(figure, Figure):
        raise NotAsAsked
    found = [ax for ax in figure.axes if not hasattr(ax, "_colorbar")]
    return sorted(found, key=_place)


def _place(ax: Any) -> tuple[int, int]:
    where = ax.get_subplotspec()
    return (where.rowspan.start, where.colspan.start) if where is not None else (0, 0)


def places(figure: Any) -> list[tuple[int, int]]:
    """Row and column of each axes that shows an image."""
    return [_place(ax) for ax in axes_of(figure) if ax.images]


def images(ax: Any) -> list[np.ndarray[Any, Any]]:
    """The images of an axes, the right way up, from 0 (the dark end) to 1."""
    found = []
    for image in ax.images:
        if image.get_alpha() == 0 or not image.get_visible():
            continue
        shown = np.asarray(image.norm(np.asarray(image.get_array(), float)), float)
        left, right, bottom, top = image.get_extent()
        ends = ax.get_xlim(), ax.get_ylim()
        if (right > left) is not (ends[0][1] > ends[0][0]):
            shown = shown[:, ::-1]
        lower = image.origin == "lower"
        if lower is ((top > bottom) is (ends[1][1] > ends[1][0])):
            shown = shown[::-1]
        found.append(shown)
    return found


def has_ticks(ax: Any) -> bool:
    return bool(ax.axison and (len(ax.get_xticks()) or len(ax.get_yticks())))


def label_under(ax: Any) -> str:
    return str(ax.get_xlabel()) if ax.axison else ""


def tick_names(ax: Any, axis: str) -> dict[int, str]:
    """Place -> what is written there."""
    if not ax.axison:
        return {}
    found = getattr(ax, f"{axis}axis")
    places_of = found.get_majorticklocs()
    found.get_major_formatter().set_locs(places_of)
    return {round(float(place)): text for place, text in zip(places_of, found.get_major_formatter().format_ticks(places_of), strict=True)}


def bars(ax: Any, empty: bool = False) -> dict[float, float]:
    """Middle -> height of each upright bar; those of no height only if they are asked for."""
    upright = [one for one in ax.patches if (one.get_height() or empty) and one.get_width() < 2]
    return {round(one.get_x() + one.get_width() / 2, 2): float(one.get_height()) for one in upright}


def look_alike(ax: Any) -> bool:
    """Whether two of its lines have the same colour, style and mark."""
    looks = [(str(one.get_color()), one.get_linestyle(), one.get_marker()) for one in ax.lines if not _crosses(one)]
    return len(set(looks)) < len(looks)


def lines(ax: Any) -> list[Any]:
    """(x, y, label) of each line with several points, in the order of their numbers."""
    found = []
    for line in ax.lines:
        x, y = np.asarray(line.get_xdata(), float), np.asarray(line.get_ydata(), float)
        if len(x) and not _crosses(line):
            found.append(([float(one) for one in x], [float(one) for one in y], _said(ax, line)))
    return sorted(found, key=repr)


def _crosses(line: Any) -> bool:
    x, y = list(line.get_xdata()), list(line.get_ydata())
    return len(x) == 2 and (x[0] == x[1] and y == [0, 1] or y[0] == y[1] and x == [0, 1])


def across(ax: Any, upright: bool) -> list[float]:
    """Where lines cross the whole axes: their x if they are upright, their y if not."""
    found = [line for line in ax.lines if _crosses(line)]
    if upright:
        return sorted({float(line.get_xdata()[0]) for line in found if line.get_xdata()[0] == line.get_xdata()[1]})
    return sorted({float(line.get_ydata()[0]) for line in found if line.get_ydata()[0] == line.get_ydata()[1]})


def _said(ax: Any, line: Any) -> str:
    """What a legend says of a line; of several figures' legends the one of its own axes."""
    legend = ax.get_legend()
    if legend is None or line.get_label().startswith("_"):
        return ""
    words = str(line.get_label()).lower()
    return "training" if "train" in words else "validation" if "val" in words else "other"


def numbers_in_cells(ax: Any) -> dict[tuple[int, int], str]:
    """(row, column) -> the text there, if its colour can be read on the cell."""
    from matplotlib.colors import to_rgb

    found = {}
    image = ax.images[0]
    colours = image.cmap(image.norm(np.asarray(image.get_array(), float)))[..., :3]
    for text in ax.texts:
        column, row = (round(one) for one in text.get_position())
        light = abs(_luminance(colours[row, column]) - _luminance(np.array(to_rgb(text.get_color()))))
        found[row, column] = text.get_text() if light > 0.25 else "cannot be read"
    return found


def _luminance(colour: np.ndarray[Any, Any]) -> float:
    return float(colour @ [0.2126, 0.7152, 0.0722])
