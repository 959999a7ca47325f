"""Bars, points and steps of a figure as (position, height). Runs in the worker.

The same histogram can be made of many artists: rectangles, one polygon, a step patch, markers, stems, lines. What a
reader takes from each is the same.
"""

from __future__ import annotations

import sys

import numpy as np

from autograder.describe.inscriptions import drawn_ticks

MAX_MARKS = 2000  # marks of one series that are told


def describe_series(place: int, ax: object) -> list[dict]:
    """What one axes shows as heights above positions.

    Args:
        place: the number of the axes.

    Returns:
        in the order in which they are painted, dicts with ``axes``; ``upright`` (False for bars that lie); ``low``, ``high``, ``heights`` (float arrays,
        shape (marks,): where each begins and ends on the axis of positions, and how high it is); ``boxes`` (pixels,
        shape (marks, 4), or None where nothing is filled); ``colour`` (4 floats); ``ticks``: (position, text) of the
        painted ticks on the axis of positions.
    """
    held = {id(bar) for container in _bar_containers(ax) for bar in container}
    painted = [(one[0].get_zorder(), _bars(one, _upright(one))) for one in _bar_containers(ax) if len(one)]
    painted += [(group[0].get_zorder(), _bars(group, True)) for group in _loose_rectangles(ax, held)]
    painted += [(patch.get_zorder(), _outline(patch)) for patch in ax.patches]
    painted += [(line.get_zorder(), _line(line)) for line in ax.lines]
    painted += [(one.get_zorder(), _collection(one)) for one in ax.collections if one.get_visible()]
    found = [series for _, series in sorted(painted, key=lambda pair: pair[0]) if series is not None]
    ticks = {True: drawn_ticks(ax, ax.xaxis), False: drawn_ticks(ax, ax.yaxis)}
    return [{"axes": place, **series, "ticks": ticks[series["upright"]]} for series in found]


def _bar_containers(ax: object) -> list:
    container = sys.modules["matplotlib.container"]
    return [one for one in ax.containers if isinstance(one, container.BarContainer)]


def _upright(container: object) -> bool:
    return getattr(container, "orientation", None) != "horizontal"


def _loose_rectangles(ax: object, held: set[int]) -> list[list]:
    """Rectangles that belong to no bar chart, those of one colour together."""
    rectangle = sys.modules["matplotlib.patches"].Rectangle
    groups: dict[tuple, list] = {}
    for patch in ax.patches:
        if isinstance(patch, rectangle) and id(patch) not in held:
            groups.setdefault(tuple(patch.get_facecolor()), []).append(patch)
    return list(groups.values())


def _bars(rectangles: object, upright: bool) -> dict | None:
    bars = [bar for bar in rectangles if bar.get_visible() and _shows(bar)][:MAX_MARKS]
    if not bars:
        return None
    if upright:
        starts, sizes, heights = zip(*((bar.get_x(), bar.get_width(), bar.get_height()) for bar in bars), strict=True)
    else:
        starts, sizes, heights = zip(*((bar.get_y(), bar.get_height(), bar.get_width()) for bar in bars), strict=True)
    ends = np.add(starts, sizes)
    boxes = [bar.get_window_extent().extents for bar in bars] if _is_opaque(bars[0]) else None
    return _series(np.minimum(starts, ends), np.maximum(starts, ends), heights, upright, boxes, bars[0].get_facecolor())


def _outline(patch: object) -> dict | None:
    """A histogram drawn as one line: ``histtype="step"``, ``"stepfilled"`` or ``stairs``."""
    patches = sys.modules["matplotlib.patches"]
    if not patch.get_visible() or not _shows(patch):
        return None
    if isinstance(patch, patches.StepPatch):
        heights, edges, _ = patch.get_data()
        low, high, upright = edges[:-1], edges[1:], patch.orientation == "vertical"
    elif isinstance(patch, patches.Polygon):
        corners = patch.get_xy()[:MAX_MARKS]
        steps: dict[tuple[float, float], float] = {}
        for (x, y), (next_x, next_y) in zip(corners, corners[1:], strict=False):
            if y == next_y and x != next_x:
                ends = (min(x, next_x), max(x, next_x))
                steps[ends] = max(steps.get(ends, 0.0), y)
        if not steps:
            return None
        low, high = np.array(list(steps)).T
        heights, upright = list(steps.values()), True
    else:
        return None
    boxes = None
    if _is_opaque(patch) and upright:
        lower = patch.axes.transData.transform(np.stack([low, np.zeros_like(low)], axis=1))
        upper = patch.axes.transData.transform(np.stack([high, heights], axis=1))
        boxes = np.concatenate([lower, upper], axis=1)
    return _series(
        low, high, heights, upright, boxes, patch.get_facecolor() if patch.get_fill() else patch.get_edgecolor()
    )


def _collection(collection: object) -> dict | None:
    """Scattered points, or a bundle of lines that stand on the axis (``vlines``, ``stem``)."""
    collections = sys.modules["matplotlib.collections"]
    if isinstance(collection, collections.LineCollection):
        segments = [segment for segment in collection.get_segments()[:MAX_MARKS] if len(segment) == 2]
        standing = [segment for segment in segments if segment[0][0] == segment[1][0]]
        lying = [segment for segment in segments if segment[0][1] == segment[1][1]]
        along, across = (0, 1) if len(standing) >= len(lying) else (1, 0)
        ends = np.array(standing if along == 0 else lying)
        if not len(ends):
            return None
        heights = np.abs(ends[:, 1, across] - ends[:, 0, across])
        return _series(ends[:, 0, along], ends[:, 0, along], heights, along == 0, None, collection.get_color()[0])
    if isinstance(collection, collections.PathCollection):
        x, y = np.ma.filled(collection.get_offsets(), np.nan)[:MAX_MARKS].T
        return _points(x, y, "black")
    return None


def _line(line: object) -> dict | None:
    """The points of a line, if anything of it is painted: itself, or markers."""
    invisible = (None, "None", "none", "", " ")
    if not line.get_visible() or (line.get_linestyle() in invisible and line.get_marker() in invisible):
        return None
    return _points(line.get_xdata(orig=False), line.get_ydata(orig=False), line.get_color())


def _points(x: object, y: object, colour: object) -> dict | None:
    x, y = (np.asarray(values, dtype=np.float64).ravel()[:MAX_MARKS] for values in (x, y))
    known = np.isfinite(x) & np.isfinite(y) if len(x) == len(y) else np.zeros(0, bool)
    return _series(x[known], x[known], y[known], True, None, colour) if known.any() else None


def _series(low: object, high: object, heights: object, upright: bool, boxes: object, colour: object) -> dict:
    from matplotlib.colors import to_rgba

    return {
        "upright": upright,
        "low": np.asarray(low, dtype=np.float64),
        "high": np.asarray(high, dtype=np.float64),
        "heights": np.asarray(heights, dtype=np.float64),
        "boxes": None if boxes is None else np.asarray(boxes, dtype=np.float64),
        "colour": [float(part) for part in to_rgba(colour)],
    }


def _shows(patch: object) -> bool:
    """Whether anything of a patch is painted: its face or its edge."""
    return patch.get_facecolor()[3] > 0 or (patch.get_edgecolor()[3] > 0 and patch.get_linewidth() > 0)


def _is_opaque(patch: object) -> bool:
    return bool(patch.get_fill()) and patch.get_facecolor()[3] >= 0.99
