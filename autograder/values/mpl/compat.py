"""What a description of a figure needs of Matplotlib beyond its public interface.

The figure comes from a student: whatever is asked here may raise. Checked with Matplotlib 3.11
(``tests/values/test_mpl_compat.py``); ``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations


def colour_bar_of(ax: object) -> object | None:
    """The colour bar whose axes these are, or None. Rests on ``Axes._colorbar``."""
    return getattr(ax, "_colorbar", None)


def titles_of(ax: object) -> list[object | None]:
    """The titles above axes: in the middle, at the left and at the right. Rests on ``_left_title`` and ``_right_title``."""
    return [ax.title, getattr(ax, "_left_title", None), getattr(ax, "_right_title", None)]


def texts_around(figure: object) -> list[object | None]:
    """A figure's title and its labels at the bottom and at the left; ``Figure.texts`` has them, too.

    Rests on ``_suptitle``, ``_supxlabel`` and ``_supylabel``.
    """
    return [getattr(figure, name, None) for name in ("_suptitle", "_supxlabel", "_supylabel")]


def ticks_to_draw(axis: object) -> list:
    """The ticks inside the limits, as a drawing uses them. Rests on ``Axis._update_ticks``."""
    return axis._update_ticks()


def dashes_of(artist: object) -> str:
    """The pattern of a line's dashes, as text: the same for two lines that look alike. Rests on ``_dash_pattern``.

    A bundle of lines has the public ``get_linestyle``, which gives a list of patterns; the first one counts. Lengths
    are in line widths.
    """
    pattern = getattr(artist, "_dash_pattern", None) or artist.get_linestyle()[0]
    _offset, dashes = pattern
    widths = getattr(artist, "get_linewidths", artist.get_linewidth)()
    width = float(widths[0] if hasattr(widths, "__len__") else widths) or 1.0
    return "-" if dashes is None else "-" + ",".join(f"{length / width:.2g}" for length in list(dashes)[:20])
