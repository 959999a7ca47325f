"""The lines of a figure, as points and looks: plotted, scattered, across the axes, single or in bundles. Runs in the worker."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import numpy as np

from autograder.values.mpl import compat

MAX_LINES = 300  # of one figure
MAX_POINTS = 2000  # of one line
ABSENT = (None, "None", "none", "", " ")
WHOLE = 0.95  # of the axes' height or width, from which on a rectangle is a band across the axes


def describe_lines(axes: list) -> list[dict]:
    """Every line that is switched on, whether it can be seen or not.

    Args:
        axes: of a drawn figure, in the order in which they are painted.

    Returns:
        dicts with ``axes`` (number), ``points`` (in the numbers of the axes, shape (points, 2)), ``places`` (the same in
        pixels), ``joined`` (straight from point to point; False for markers alone and for steps), ``dashes`` (the pattern; empty where nothing joins the points),
        ``marker`` (its name; empty without), ``width`` (pixels), ``inks`` (its colours, shape (colours, 4)), ``label``.
    """
    found: list[dict] = []
    for number, ax in enumerate(axes):
        for artist in [*ax.lines, *ax.collections, *ax.patches, *_lone_grid_lines(ax)]:
            if len(found) >= MAX_LINES:
                return found
            with contextlib.suppress(Exception):  # an artist of an unknown kind is not a line
                if artist.get_visible():
                    found += [{"axes": number, **line} for line in _lines(ax, artist)][: MAX_LINES - len(found)]
    return found


def inks_of(line: object) -> list[tuple[float, ...]]:
    """What a Line2D is painted with: the line itself, the inside of its markers, their edge."""
    from matplotlib.colors import to_rgba

    colours = [line.get_color()] if dashes_of(line) else []
    if marker_of(line):
        colours += [line.get_markerfacecolor(), line.get_markeredgecolor()]
    return [to_rgba(colour, line.get_alpha()) for colour in colours]


def dashes_of(line: object) -> str:
    """How a Line2D joins its points; empty if it does not."""
    if line.get_linestyle() in ABSENT or line.get_linewidth() <= 0:
        return ""
    return compat.dashes_of(line)


def marker_of(line: object) -> str:
    """The marker of a Line2D; empty without."""
    return "" if line.get_marker() in ABSENT or line.get_markersize() <= 0 else str(line.get_marker())[:50]


def _lone_grid_lines(ax: object) -> list:
    """The line of each grid that has only one: a grid helps to read numbers, and one line of it marks a place."""
    found = []
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        for ticks in (axis.get_major_ticks(), axis.get_minor_ticks()):
            lines = [tick.gridline for tick in ticks if low <= tick.get_loc() <= high and tick.gridline.get_visible()]
            found += lines if len(lines) == 1 else []
    return found


def _lines(ax: object, artist: object) -> Iterator[dict]:
    collections = sys.modules["matplotlib.collections"]
    pixels = artist.figure.dpi / 72
    if isinstance(artist, sys.modules["matplotlib.lines"].Line2D):
        places = artist.get_transform().transform(np.ma.filled(np.ma.asarray(artist.get_xydata(), dtype=float), np.nan))
        inks, dashes, marker = inks_of(artist), dashes_of(artist), marker_of(artist)
        width = max(artist.get_linewidth() * bool(dashes), artist.get_markersize() * bool(marker)) * pixels
        yield from _line(ax, places, inks, dashes, marker, width, artist)
    elif isinstance(artist, collections.LineCollection):
        colours, dashes = artist.get_color(), compat.dashes_of(artist)
        for place, segment in enumerate(artist.get_segments()[:MAX_LINES]):
            ink = [colours[place % len(colours)]]
            width = float(np.max(artist.get_linewidth())) * pixels
            yield from _line(ax, artist.get_transform().transform(segment), ink, dashes, "", width, artist)
    elif isinstance(artist, collections.PathCollection):
        places = artist.get_offset_transform().transform(np.ma.filled(artist.get_offsets(), np.nan))
        inks = [*artist.get_facecolor()[:1], *artist.get_edgecolor()[:1]]
        width = float(np.sqrt(np.max(artist.get_sizes()))) * pixels
        yield from _line(ax, places, inks, "", "points", width, artist)
    elif isinstance(artist, sys.modules["matplotlib.patches"].Rectangle):
        yield from _band(ax, artist)


def _band(ax: object, patch: object) -> Iterator[dict]:
    """A rectangle from the one side of the axes to the other, as its middle line."""
    box, frame = patch.get_window_extent().extents, ax.get_window_extent().extents
    left, bottom, right, top = np.array([*np.maximum(box[:2], frame[:2]), *np.minimum(box[2:], frame[2:])])
    x, y = (left + right) / 2, (bottom + top) / 2
    if top - bottom >= WHOLE * (frame[3] - frame[1]) and right - left < top - bottom:
        yield from _line(ax, np.array([[x, bottom], [x, top]]), [patch.get_facecolor()], "-", "", right - left, patch)
    elif right - left >= WHOLE * (frame[2] - frame[0]) and top - bottom < right - left:
        yield from _line(ax, np.array([[left, y], [right, y]]), [patch.get_facecolor()], "-", "", top - bottom, patch)


def _line(
    ax: object, places: np.ndarray, inks: list, dashes: str, marker: str, width: float, artist: object
) -> Iterator[dict]:
    places = np.asarray(places, dtype=np.float64).reshape(-1, 2)[:MAX_POINTS]
    points = np.asarray(ax.transData.inverted().transform(places), dtype=np.float64)
    known = np.isfinite(places).all(axis=1) & np.isfinite(points).all(axis=1)
    label = str(artist.get_label())
    if known.any() and len(inks) and (dashes or marker):
        yield {
            "points": points[known],
            "places": places[known],
            "joined": bool(dashes) and getattr(artist, "get_drawstyle", lambda: "default")() == "default",
            "dashes": dashes,
            "marker": marker,
            "width": float(width),
            "inks": np.asarray(inks, dtype=np.float64).reshape(-1, 4),
            "label": "" if label.startswith("_") else label[:500],
        }
