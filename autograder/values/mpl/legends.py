"""The legends of a figure: which text is beside which look. Runs in the worker."""

from __future__ import annotations

import contextlib
import sys

import numpy as np

from autograder.values.mpl import compat, lines

MAX_ENTRIES = 200  # of all legends of one figure


def legends_of(figure: object, axes: list) -> list[tuple]:
    """(legend, number of its axes or -1) of all visible legends."""
    kind = sys.modules["matplotlib.legend"].Legend if "matplotlib.legend" in sys.modules else ()
    found = [
        (child, place) for place, ax in enumerate(axes) for child in ax.get_children() if isinstance(child, kind)
    ]
    found += [(legend, -1) for part in [figure, *subfigures_of(figure)] for legend in part.legends]
    return [(legend, place) for legend, place in found if legend.get_visible()]


def subfigures_of(figure: object) -> list:
    """All subfigures, those inside others too."""
    return [part for sub in figure.subfigs for part in (sub, *subfigures_of(sub))]


def describe_legends(figure: object, axes: list, renderer: object) -> list[dict]:
    """The entries of all legends.

    Args:
        figure: a drawn Figure; axes: those to look at; renderer: the one it was drawn with.

    Returns:
        dicts with ``axes`` (number, -1 for the figure), ``text``, ``box`` (of the text, pixels), ``ink`` (of the text),
        ``sample`` (box of what is drawn beside the text), ``inks`` (its colours, shape (colours, 4)), ``dashes`` and
        ``marker`` (see ``lines.describe_lines``; empty where it has none).
    """
    from matplotlib.colors import to_rgba

    found: list[dict] = []
    for legend, place in legends_of(figure, axes):
        for handle, text in zip(legend.legend_handles, legend.get_texts(), strict=False):
            if len(found) == MAX_ENTRIES:
                return found
            with contextlib.suppress(Exception):  # a sample of an unknown kind tells nothing
                inks, dashes, marker = _look(handle)
                found.append(
                    {
                        "axes": place,
                        "text": text.get_text().strip()[:500],
                        "box": text.get_window_extent(renderer).extents.tolist(),
                        "ink": list(map(float, to_rgba(text.get_color(), text.get_alpha()))),
                        "sample": _finite(handle.get_window_extent(renderer).extents),
                        "inks": np.asarray(inks, dtype=np.float64),
                        "dashes": dashes,
                        "marker": marker,
                    }
                )
    return found


def _look(handle: object) -> tuple[list, str, str]:
    """(colours, dashes, marker) of a legend's sample."""
    line = sys.modules["matplotlib.lines"].Line2D
    if isinstance(handle, line):
        return lines.inks_of(handle), lines.dashes_of(handle), lines.marker_of(handle)
    if hasattr(handle, "get_offsets"):  # points of a scatter, or lines of a bundle
        faces = [*handle.get_facecolor()[:1], *handle.get_edgecolor()[:1]]
        bundle = isinstance(handle, sys.modules["matplotlib.collections"].LineCollection)
        return [list(map(float, face)) for face in faces], compat.dashes_of(handle) if bundle else "", "" if bundle else "points"
    return [list(map(float, handle.get_facecolor()))], "", ""


def _finite(box: object) -> list[float]:
    return [float(side) for side in np.nan_to_num(np.asarray(box, dtype=np.float64), posinf=-1.0, neginf=-1.0)]
