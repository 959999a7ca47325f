"""A Matplotlib figure as plain data: what can be seen on it, and its pixels as a PNG. Runs in the worker.

The figure is drawn once. What is read afterwards is what the drawing shows: a label counts only if it is painted,
an image is read the way up in which it appears. Matplotlib is never imported by looking: what is not in
``sys.modules`` cannot be a figure.
"""

from __future__ import annotations

import contextlib
import io
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from autograder.values.mpl import images, labels, legends, lines, texts
from autograder.values.mpl import series as charts

MAX_PIXELS = 1000  # of the longer side; enough to read every label, and a page of reports stays small
LONGEST_SCALE = 20  # characters of a scale's name


def is_figure(value: object) -> bool:
    figure = sys.modules.get("matplotlib.figure")
    return figure is not None and isinstance(value, figure.Figure)


def describe_figure(figure: object) -> dict:
    """Everything that is drawn, with its place. Boxes are (left, bottom, right, top) in pixels, y upwards.

    Args:
        figure: matplotlib.figure.Figure; its canvas and resolution are replaced.

    Returns:
        dict with ``png`` (bytes); ``axes``: dicts with ``box``, the number of drawn ``ticks`` on x and y, and what these
        two axes are numbered by: ``limits`` (left, right, bottom, top; 0 where it is not a number) and ``scales`` (``linear``, ``log``, …);
        ``pictures`` in the order in which they are painted: see ``images.describe_pictures``; ``colour_bars``;
        ``texts``: see ``texts.describe_texts``; ``unseen_texts``: how many more there are; ``series``: see ``series.describe_series``;
        ``labels``: see ``labels.describe_labels``; ``lines``: see ``lines.describe_lines``; ``legends``: see
        ``legends.describe_legends``.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    figure.set_dpi(min(figure.dpi, MAX_PIXELS / max(*figure.get_size_inches(), 1)))
    canvas = FigureCanvasAgg(figure)
    started = time.monotonic()
    canvas.draw()
    _Drawn.seconds += time.monotonic() - started
    pixels = np.asarray(canvas.buffer_rgba())
    axes = [ax for ax in _all_axes(figure.axes) if ax.get_visible()]
    content = [ax for ax in axes if not images.is_colour_bar(ax)]
    return {
        "png": _png(pixels),
        "axes": [_axes(ax) for ax in content],
        "pictures": images.describe_pictures(content, pixels),
        "colour_bars": [images.describe_colour_bar(ax) for ax in axes if images.is_colour_bar(ax)],
        "texts": texts.describe_texts(figure, content, canvas.get_renderer()),
        "unseen_texts": texts.count_unseen_texts(content),
        "series": [series for place, ax in enumerate(content) for series in charts.describe_series(place, ax)],
        "labels": labels.describe_labels(figure, content, canvas.get_renderer()),
        "lines": lines.describe_lines(content),
        "legends": legends.describe_legends(figure, content, canvas.get_renderer()),
    }


def take_seconds() -> float:
    """How long figures were drawn since this was last asked: laying out and painting, which Matplotlib leaves for later."""
    seconds, _Drawn.seconds = _Drawn.seconds, 0.0
    return seconds


class _Drawn:
    seconds = 0.0


@dataclass
class Shows:
    """What a function did with pyplot besides its return value.

    Attributes:
        taken: for each ``plt.show()``, how many figures it took.
    """

    taken: list[int] = field(default_factory=list)


@contextlib.contextmanager
def capture_shows() -> Iterator[Shows]:
    """Lets ``plt.show()`` end the open figures, as it does in a notebook, and show nothing.

    Figures that were open before stay open: in a notebook they are the student's. Those made inside are closed at the
    end, which leaves the Figure objects as they are.
    """
    shows = Shows()
    pyplot = sys.modules.get("matplotlib.pyplot")
    before = open_figures()
    if pyplot is not None and pyplot.show is not _PyplotShow.replacement:
        _PyplotShow.original, pyplot.show = pyplot.show, _PyplotShow.replacement
    _PyplotShow.takers.append((shows, before))
    try:
        yield shows
    finally:
        _PyplotShow.takers.pop()
        if pyplot is not None and not _PyplotShow.takers:
            pyplot.show = _PyplotShow.original or pyplot.show
        _close_others(before)


def open_figures() -> set[int]:
    """The numbers of the figures that pyplot holds."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    return set(pyplot.get_fignums()) if pyplot else set()


class _PyplotShow:
    """The function in place of ``plt.show``. A page may have bound it to a name, so it is always the same one."""

    original = None
    takers: list[tuple[Shows, set[int]]] = []

    @staticmethod
    def replacement(*arguments: object, **settings: object) -> object:
        """Takes the open figures."""
        if not _PyplotShow.takers:
            return _PyplotShow.original(*arguments, **settings)
        shows, before = _PyplotShow.takers[-1]
        shows.taken.append(_close_others(before))
        return None


def _close_others(before: set[int]) -> int:
    """Closes the figures that are not among these; returns how many that were."""
    pyplot = sys.modules.get("matplotlib.pyplot")
    others = [number for number in pyplot.get_fignums() if number not in before] if pyplot else []
    for number in others:
        pyplot.close(number)
    return len(others)


def _axes(ax: object) -> dict:
    """The place of one axes, and how x and y are numbered."""
    limits = np.nan_to_num(np.array([*ax.get_xlim(), *ax.get_ylim()], dtype=np.float64))
    return {
        "box": ax.get_window_extent().extents.tolist(),
        "ticks": texts.count_ticks(ax),
        "limits": limits.tolist(),
        "scales": [str(scale)[:LONGEST_SCALE] for scale in (ax.get_xscale(), ax.get_yscale())],
    }


def _all_axes(axes: list) -> list:
    """Axes in the order in which they are drawn, those inside others too."""
    found = []
    for ax in sorted(axes, key=lambda one: one.get_zorder()):
        found += [ax, *_all_axes(ax.child_axes)]
    return found


def _png(pixels: np.ndarray) -> bytes:
    from PIL import Image

    file = io.BytesIO()
    Image.fromarray(pixels[..., :3]).save(file, "png", compress_level=1)  # the judge makes its own of it anyway
    return file.getvalue()
