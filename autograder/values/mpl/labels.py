"""Every text of a figure with its role: title, name of an axis, tick, legend, heading. Runs in the worker."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator

import numpy as np

from autograder.values.mpl import compat, legends

MAX_LABELS = 2000  # texts of one figure that are described
MAX_LENGTH = 500  # characters of one text
FIGURE_ROLES = ("figure title", "figure x name", "figure y name")


def describe_labels(figure: object, axes: list, renderer: object) -> list[dict]:
    """Every text that is switched on, whether it can be seen or not.

    Args:
        figure: a drawn Figure; axes: those to look at; renderer: the one it was drawn with.

    Returns:
        dicts with ``text``; ``role`` (``title``, ``x name``, ``y name``, ``x tick``, ``y tick``, ``text``, ``legend``;
        for the figure ``figure title``, ``figure x name``, ``figure y name``, ``heading`` of a subfigure, ``text``);
        ``axes`` (number, -1 for the figure); ``box`` (pixels); ``anchor`` (pixels, the place that it belongs to: of a
        tick, the place of the tick); ``ink`` (its colour); ``turned`` (degrees); ``boxed`` (a coloured box is behind it);
        ``outlined`` (something is painted around its letters); ``drawn`` (False for the name of an axis that is switched off,
        else left out).
    """
    found: list[dict] = []
    for text, role, place, anchor in _texts(figure, axes):
        if len(found) == MAX_LABELS:
            break
        with contextlib.suppress(Exception):  # a text that cannot be measured is not there
            if text is not None and text.get_visible() and text.get_text().strip() and text.get_fontsize() >= 1:
                found.append(_label(text, role, place, anchor, renderer))
    for text, role, place in _not_drawn(axes):
        with contextlib.suppress(Exception):
            if text.get_text().strip():
                found.append(_label(text, role, place, None, renderer) | {"drawn": False})
    return found[:MAX_LABELS]


def _not_drawn(axes: list) -> Iterator[tuple]:
    """The names of axes that are switched off."""
    for place, ax in enumerate(axes):
        for axis, name in ((ax.xaxis, "x"), (ax.yaxis, "y")):
            if not (ax.axison and axis.get_visible()):
                yield axis.label, f"{name} name", place


def _texts(figure: object, axes: list) -> Iterator[tuple]:
    """(text, role, axes, anchor or None) of all texts."""
    for place, ax in enumerate(axes):
        yield from ((title, "title", place, None) for title in compat.titles_of(ax))
        if ax.axison:
            for axis, name in ((ax.xaxis, "x"), (ax.yaxis, "y")):
                if axis.get_visible():
                    yield axis.label, f"{name} name", place, None
                    with contextlib.suppress(Exception):
                        yield from _ticks(ax, axis, name, place)
        yield from ((text, "text", place, None) for text in ax.texts)
        for table in getattr(ax, "tables", []):
            yield from ((cell.get_text(), "text", place, None) for cell in table.get_celld().values())
    for legend, place in legends.legends_of(figure, axes):
        yield from ((text, "legend", place, None) for text in [*legend.get_texts(), legend.get_title()])
    yield from _around(figure, FIGURE_ROLES)
    for part in legends.subfigures_of(figure):
        yield from _around(part, ("heading", "figure x name", "figure y name"))


def _around(figure: object, roles: tuple[str, str, str]) -> Iterator[tuple]:
    """The texts of one figure or subfigure."""
    own = compat.texts_around(figure)
    yield from ((text, role, -1, None) for text, role in zip(own, roles, strict=True))
    yield from ((text, "text", -1, None) for text in figure.texts if not any(text is one for one in own))


def _ticks(ax: object, axis: object, name: str, place: int) -> Iterator[tuple]:
    for tick in compat.ticks_to_draw(axis):
        for label in (tick.label1, tick.label2):
            if label.get_visible() and label.get_text().strip():
                at = float(tick.get_loc())
                data = (at, ax.get_ylim()[0]) if name == "x" else (ax.get_xlim()[0], at)
                yield label, f"{name} tick", place, ax.transData.transform(data)


def _label(text: object, role: str, place: int, anchor: object, renderer: object) -> dict:
    from matplotlib.colors import to_rgba

    at = text.get_transform().transform(text.get_position()) if anchor is None else anchor
    box = text.get_window_extent(renderer).extents
    arrow = sys.modules["matplotlib.text"].Annotation
    if isinstance(text, arrow):  # its box holds the arrow, too
        box = sys.modules["matplotlib.text"].Text.get_window_extent(text, renderer).extents
    patch = text.get_bbox_patch()
    return {
        "text": text.get_text().strip()[:MAX_LENGTH],
        "role": role,
        "axes": place,
        "box": box.tolist(),
        "anchor": [float(side) for side in np.nan_to_num(np.asarray(at, dtype=np.float64))],
        "ink": list(map(float, to_rgba(text.get_color(), text.get_alpha()))),
        "turned": float(text.get_rotation()),
        "boxed": bool(patch is not None and patch.get_visible()),
        "outlined": bool(text.get_path_effects()),
    }
