"""Bars, points and steps of a figure as (position, height). Runs in the worker.

The same histogram can be made of many artists: rectangles, one polygon, a step patch, markers, stems, lines. What a
reader takes from each is the same.
"""

from __future__ import annotations

import sys

import numpy as np

from autograder.values.mpl.texts import drawn_ticks

MAX_MARKS = 2000  # marks of one series that are described
MAX_LOOSE = 100  # rectangles of one axes that are their own series


def describe_series(place: int, ax: object) -> list[dict]:
    """What one axes shows as heights above positions.

    Args:
        place: the number of the axes.

    Returns:
        in the order in which they are painted, dicts with ``axes``; ``frame`` (its box); ``kind`` (``bars``, ``points``,
        ``lines``); ``upright`` (False for bars that lie); ``low``, ``high``, ``heights`` (float arrays, shape (marks,):
        where each begins and ends on the axis of positions, and how high it is); ``tips`` (pixels, shape (marks, 2):
        where it ends); ``size`` (pixels that a mark takes around its tip); ``boxes`` (pixels, shape (marks, 4), or None where nothing is filled); ``inks`` (what it may be
        painted with, shape (marks or 1, colours, 4)); ``ticks``: (position, text) of the painted ticks on the axis of
        positions.
    """
    held = {id(bar) for container in _bar_containers(ax) for bar in container}
    painted = [(one[0].get_zorder(), _bars(one, _upright(one))) for one in _bar_containers(ax) if len(one)]
    painted += [(group[0].get_zorder(), _bars(group, True)) for group in _loose_rectangles(ax, held)]
    painted += [(patch.get_zorder(), _outline(patch)) for patch in ax.patches]
    painted += [(line.get_zorder(), _line(line)) for line in ax.lines]
    painted += [
        (one.get_zorder(), series) for one in ax.collections if one.get_visible() for series in _collection(one)
    ]
    found = [series for _, series in sorted(painted, key=lambda pair: pair[0]) if series is not None]
    ticks = {True: drawn_ticks(ax, ax.xaxis), False: drawn_ticks(ax, ax.yaxis)}
    frame = ax.get_window_extent().extents.tolist()
    return [{"axes": place, "frame": frame, **series, "ticks": ticks[series["upright"]]} for series in found]


def _bar_containers(ax: object) -> list:
    container = sys.modules["matplotlib.container"]
    return [one for one in ax.containers if isinstance(one, container.BarContainer)]


def _upright(container: object) -> bool:
    return getattr(container, "orientation", None) != "horizontal"


def _loose_rectangles(ax: object, held: set[int]) -> list[list]:
    """Rectangles that belong to no bar chart: each alone, or, if they are many, those of one colour together."""
    rectangle = sys.modules["matplotlib.patches"].Rectangle
    loose = [patch for patch in ax.patches if isinstance(patch, rectangle) and id(patch) not in held]
    if len(loose) <= MAX_LOOSE:
        return [[patch] for patch in loose]
    groups: dict[tuple, list] = {}
    for patch in loose:
        groups.setdefault(tuple(patch.get_facecolor()), []).append(patch)
    return list(groups.values())


def _bars(rectangles: object, upright: bool) -> dict | None:
    bars = [bar for bar in rectangles if bar.get_visible() and _shows(bar)][:MAX_MARKS]
    if not bars:
        return None
    if upright:
        starts, sizes, heights = zip(*((bar.get_x(), bar.get_width(), bar.get_height()) for bar in bars), strict=True)
        ends = [(bar.get_x() + bar.get_width() / 2, bar.get_y() + bar.get_height()) for bar in bars]
    else:
        starts, sizes, heights = zip(*((bar.get_y(), bar.get_height(), bar.get_width()) for bar in bars), strict=True)
        ends = [(bar.get_x() + bar.get_width(), bar.get_y() + bar.get_height() / 2) for bar in bars]
    others = np.add(starts, sizes)
    boxes = [bar.get_window_extent().extents for bar in bars] if _is_opaque(bars[0]) else None
    inks = [[bar.get_facecolor(), _edge(bar)] for bar in bars]
    low, high = np.minimum(starts, others), np.maximum(starts, others)
    return _series("bars", low, high, heights, upright, bars[0].get_data_transform().transform(ends), boxes, inks)


def _outline(patch: object) -> dict | None:
    """A histogram drawn as one line: ``histtype="step"``, ``"stepfilled"`` or ``stairs``."""
    patches = sys.modules["matplotlib.patches"]
    if not patch.get_visible() or not _shows(patch):
        return None
    if isinstance(patch, patches.StepPatch):
        heights, edges, _ = patch.get_data()
        low, high, upright = edges[:-1], edges[1:], patch.orientation == "vertical"
    elif isinstance(patch, patches.Polygon):
        low, high, heights = _steps(patch.get_xy())
        upright = True
    else:
        return None
    if not len(low):
        return None
    inks = [[patch.get_facecolor() if patch.get_fill() else _edge(patch), _edge(patch)]]
    opaque = _is_opaque(patch) and upright
    return _area(patch.get_data_transform(), low, high, heights, upright, opaque, inks)


def _steps(corners: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """(low, high, heights) of the level stretches of an outline; of two above one another the higher."""
    steps: dict[tuple[float, float], float] = {}
    corners = corners[:MAX_MARKS]
    for (x, y), (next_x, next_y) in zip(corners, corners[1:], strict=False):
        if y == next_y and x != next_x:
            ends = (min(x, next_x), max(x, next_x))
            steps[ends] = max(steps.get(ends, 0.0), y)
    low, high = np.array(list(steps)).T if steps else np.zeros((2, 0))
    return low, high, np.array(list(steps.values()))


def _area(
    transform: object, low: object, high: object, heights: object, upright: bool, opaque: bool, inks: object
) -> dict:
    """Steps between an outline and the axis."""
    low, high, heights = (np.asarray(values, dtype=np.float64) for values in (low, high, heights))
    tips = np.stack([(low + high) / 2, heights], axis=1)
    boxes = None
    if opaque:
        lower = transform.transform(np.stack([low, np.zeros_like(low)], axis=1))
        upper = transform.transform(np.stack([high, heights], axis=1))
        boxes = np.concatenate([lower, upper], axis=1)
    tips = transform.transform(tips if upright else tips[:, ::-1])
    return _series("bars", low, high, heights, upright, tips, boxes, inks)


def _collection(collection: object) -> list[dict]:
    """Scattered points, a bundle of lines that are on the axis (``vlines``, ``stem``), or areas (``fill_between``)."""
    collections = sys.modules["matplotlib.collections"]
    alpha = collection.get_alpha()
    if np.ndim(alpha) == 0 and alpha == 0:
        return []
    if isinstance(collection, collections.LineCollection):
        segments = [segment for segment in collection.get_segments()[:MAX_MARKS] if len(segment) == 2]
        standing = [segment for segment in segments if segment[0][0] == segment[1][0]]
        lying = [segment for segment in segments if segment[0][1] == segment[1][1]]
        along, across = (0, 1) if len(standing) >= len(lying) else (1, 0)
        ends = np.array(standing if along == 0 else lying)
        if not len(ends):
            return []
        heights = np.abs(ends[:, 1, across] - ends[:, 0, across])
        farther = np.abs(ends[:, :, across]).argmax(axis=1)
        tips = collection.get_transform().transform(ends[np.arange(len(ends)), farther])
        inks = _of_each(collection.get_color(), len(ends))[:, None]
        return [_series("lines", ends[:, 0, along], ends[:, 0, along], heights, along == 0, tips, None, inks)]
    if isinstance(collection, collections.PathCollection):
        places = np.ma.filled(collection.get_offsets(), np.nan)[:MAX_MARKS]
        if not np.any(collection.get_sizes()):
            return []
        faces, edges = (
            _of_each(found, len(places)) for found in (collection.get_facecolor(), collection.get_edgecolor())
        )
        inks = np.stack([faces, edges], axis=1)
        size = float(np.sqrt(np.max(collection.get_sizes()))) * collection.figure.dpi / 72
        return [one for one in [_points(places, collection.get_offset_transform(), inks, size)] if one]
    if isinstance(collection, collections.PolyCollection):
        found = []
        for path, face in zip(
            collection.get_paths()[:MAX_MARKS],
            _of_each(collection.get_facecolor(), len(collection.get_paths())),
            strict=False,
        ):
            steps = _steps(path.vertices)
            if len(steps[0]):
                found.append(_area(collection.get_transform(), *steps, True, face[3] >= 0.99, [[face]]))
        return found
    return []


def _line(line: object) -> dict | None:
    """The points of a line, if anything of it is painted: itself, or markers."""
    invisible = (None, "None", "none", "", " ")
    has_line = line.get_linestyle() not in invisible and line.get_linewidth() > 0
    has_markers = line.get_marker() not in invisible and line.get_markersize() > 0
    if not line.get_visible() or not (has_line or has_markers):
        return None
    colours = [line.get_color()] if has_line else []
    colours += [line.get_markerfacecolor(), line.get_markeredgecolor()] if has_markers else []
    places = np.stack([line.get_xdata(orig=False), line.get_ydata(orig=False)], axis=1)
    size = max(line.get_linewidth() * has_line, line.get_markersize() * has_markers) * line.figure.dpi / 72
    return _points(places, line.get_transform(), [[_rgba(colour, line.get_alpha()) for colour in colours]], size)


def _points(places: object, transform: object, inks: object, size: float) -> dict | None:
    """Args: places: shape (points, 2); inks, size: see ``describe_series``."""
    places, inks = np.asarray(places, dtype=np.float64)[:MAX_MARKS], np.asarray(inks, dtype=np.float64)
    known = np.isfinite(places).all(axis=1)
    if not known.any():
        return None
    inks = inks[:MAX_MARKS][known] if len(inks) == len(known) else inks
    x, y = places[known].T
    return _series("points", x, x, y, True, transform.transform(places[known]), None, inks) | {"size": float(size)}


def _series(
    kind: str,
    low: object,
    high: object,
    heights: object,
    upright: bool,
    tips: object,
    boxes: object,
    inks: object,
) -> dict:
    return {
        "kind": kind,
        "upright": upright,
        "low": np.asarray(low, dtype=np.float64),
        "high": np.asarray(high, dtype=np.float64),
        "heights": np.asarray(heights, dtype=np.float64),
        "tips": np.nan_to_num(np.asarray(tips, dtype=np.float64), posinf=-1.0, neginf=-1.0),
        "size": 0.0,
        "boxes": None if boxes is None else np.asarray(boxes, dtype=np.float64),
        "inks": np.asarray(inks, dtype=np.float64),
    }


def _of_each(colours: np.ndarray, count: int) -> np.ndarray:
    """Colours as Matplotlib deals them out, in turn; where there are none, one that is not painted."""
    colours = np.asarray(colours, dtype=np.float64).reshape(-1, 4)
    return np.resize(colours, (count, 4)) if len(colours) else np.zeros((count, 4))


def _rgba(colour: object, alpha: float | None = None) -> tuple[float, ...]:
    from matplotlib.colors import to_rgba

    return to_rgba(colour, alpha)


def _edge(patch: object) -> tuple[float, ...]:
    return patch.get_edgecolor() if patch.get_linewidth() > 0 else (0.0, 0.0, 0.0, 0.0)


def _shows(patch: object) -> bool:
    """Whether anything of a patch is painted: its face or its edge."""
    return patch.get_facecolor()[3] > 0 or (patch.get_edgecolor()[3] > 0 and patch.get_linewidth() > 0)


def _is_opaque(patch: object) -> bool:
    return bool(patch.get_fill()) and patch.get_facecolor()[3] >= 0.99
