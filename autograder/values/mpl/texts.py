"""The texts and ticks of a figure that are really painted. Runs in the worker."""

from __future__ import annotations

import numpy as np

from autograder.values.mpl import compat


def describe_texts(figure: object, axes: list, renderer: object) -> list[dict]:
    """Every visible text except the figure's own titles.

    Args:
        figure: a drawn Figure; axes: those to look at; renderer: the one it was drawn with.

    Returns:
        dicts with ``text``, ``box`` (pixels), ``ink`` (its colour) and ``axes`` (number of the axes it was given to, -1
        for the figure).
    """
    from matplotlib.colors import to_rgba

    found = []
    for place, ax in enumerate(axes):
        titles = compat.titles_of(ax)
        labels = [axis.label for axis in (ax.xaxis, ax.yaxis) if ax.axison and axis.get_visible()]
        found += [(text, place) for text in [*titles, *labels, *ax.texts]]
    own = compat.texts_around(figure)
    found += [(text, -1) for part in _parts(figure) for text in part.texts if text not in own]
    return [
        {
            "text": text.get_text().strip(),
            "box": text.get_window_extent(renderer).extents.tolist(),
            "ink": list(map(float, to_rgba(text.get_color(), text.get_alpha()))),
            "axes": place,
        }
        for text, place in found
        if text is not None and _is_painted(text, figure)
    ]


def count_unseen_texts(axes: list) -> int:
    """How many titles, labels and texts were written and cannot be seen."""
    written = [text for ax in axes for text in (ax.title, ax.xaxis.label, ax.yaxis.label, *ax.texts)]
    hidden = {id(axis.label) for ax in axes for axis in (ax.xaxis, ax.yaxis) if not (ax.axison and axis.get_visible())}
    return sum(bool(text.get_text().strip()) and (id(text) in hidden or not text.get_visible()) for text in written)


def count_ticks(ax: object) -> list[int]:
    """How many ticks are painted on the x axis and on the y axis: those with a line or a text."""
    return [len(drawn_ticks(ax, axis)) for axis in (ax.xaxis, ax.yaxis)]


def drawn_ticks(ax: object, axis: object) -> list[tuple[float, str]]:
    """(position, text) of each painted tick."""
    if not ax.axison or not axis.get_visible():
        return []
    found = []
    for tick in compat.ticks_to_draw(axis):  # those inside the limits, as the drawing used them
        lines = [line for line in (tick.tick1line, tick.tick2line) if line.get_visible() and line.get_markersize() > 0]
        texts = [
            label.get_text() for label in (tick.label1, tick.label2) if label.get_visible() and label.get_text().strip()
        ]
        if lines or texts:
            found.append((float(tick.get_loc()), texts[0] if texts else ""))
    return found


def _parts(figure: object) -> list:
    """A figure and its subfigures, all the way down."""
    return [figure, *(part for sub in figure.subfigs for part in _parts(sub))]


def _is_painted(text: object, figure: object) -> bool:
    """Whether a person would see it."""
    from matplotlib.colors import to_rgba

    if not text.get_visible() or not text.get_text().strip() or text.get_fontsize() < 1:
        return False
    colour = np.asarray(to_rgba(text.get_color(), text.get_alpha()))
    paper = text.axes.get_facecolor() if text.axes is not None else figure.get_facecolor()
    on_paper = text.get_bbox_patch() is None and np.allclose(colour[:3], to_rgba(paper)[:3], atol=0.02)
    over_picture = text.axes is not None and text in text.axes.texts and (text.axes.images or text.axes.collections)
    return colour[3] > 0.05 and not (on_paper and not over_picture)
