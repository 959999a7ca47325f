"""Matplotlib is still as the description of a figure needs it; each test says what has changed if it is not."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from other_side import OtherSideChanged, unchanged

from autograder.values.mpl import compat


def unchanged_matplotlib(what: str):
    return unchanged("matplotlib", "values/mpl/compat.py", what)


@pytest.fixture
def figure():
    figure = plt.figure()
    yield figure
    plt.close(figure)


def test_the_axes_of_a_colour_bar(figure):
    ax = figure.subplots()
    with unchanged_matplotlib("the axes of a colour bar have it as _colorbar, and other axes have none"):
        bar = figure.colorbar(ax.imshow(np.eye(3)))
        assert compat.colour_bar_of(bar.ax) is bar and compat.colour_bar_of(ax) is None
        assert (bar.vmin, bar.vmax) == (0, 1)


def test_the_titles_of_axes(figure):
    ax = figure.subplots()
    with unchanged_matplotlib("the titles at the left and at the right are _left_title and _right_title"):
        for place in ("center", "left", "right"):
            ax.set_title(place, loc=place)
        assert [title.get_text() for title in compat.titles_of(ax)] == ["center", "left", "right"]


def test_the_texts_around_a_figure(figure):
    with unchanged_matplotlib("a figure's title and labels are _suptitle, _supxlabel and _supylabel, and also in texts"):
        assert compat.texts_around(figure) == [None, None, None]
        texts = [figure.suptitle("title"), figure.supxlabel("x"), figure.supylabel("y")]
        assert compat.texts_around(figure) == texts and set(texts) <= set(figure.texts)


def test_the_ticks_that_are_drawn(figure):
    ax = figure.subplots()
    ax.set_xticks([-1, 0, 1, 2, 3, 4])
    ax.set_xlim(0, 3)
    figure.canvas.draw()
    with unchanged_matplotlib("_update_ticks gives the ticks inside the limits, with their places, lines and labels"):
        ticks = compat.ticks_to_draw(ax.xaxis)
        assert [float(tick.get_loc()) for tick in ticks] == [0, 1, 2, 3]
        assert [tick.label1.get_text() for tick in ticks] == ["0", "1", "2", "3"]
        assert all(tick.tick1line.get_visible() for tick in ticks)


def test_a_change_would_be_said(figure, monkeypatch):
    """The tests above can fail, and say what to do."""
    ax = figure.subplots()
    monkeypatch.delattr("matplotlib.axis.Axis._update_ticks")
    with pytest.raises(OtherSideChanged, match=r"^matplotlib [\d.]+ has changed. autograder/values/mpl/compat.py .*_update_ticks"):
        with unchanged_matplotlib("an axis has ticks"):
            compat.ticks_to_draw(ax.xaxis)


def test_the_pattern_of_dashes(figure):
    ax = figure.subplots()
    with unchanged_matplotlib("a line has its pattern as _dash_pattern, (offset, lengths), scaled by its width"):
        (plain,) = ax.plot([1, 2])
        (dashed,) = ax.plot([1, 2], "--", linewidth=3)
        (own,) = ax.plot([1, 2], dashes=(4, 1))
        bundle = ax.vlines([1], 0, 1, linestyles="--", linewidth=1)
        patterns = [compat.dashes_of(one) for one in (plain, dashed, own, bundle)]
        assert patterns == ["-", "-3.7,1.6", "-4,1", "-3.7,1.6"]
