"""Fair ways of drawing that nobody wrote down as alternatives: what is asked of a figure must find all of it in each."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.colors import LogNorm, PowerNorm
from matplotlib.figure import Figure
from mnist_words import LabelledGrid

from autograder.expectations import Answer, expect
from autograder.expectations.figures import FigureExpectation
from autograder.transport.wire import Described
from autograder.values.mpl.figures import describe_figure

RNG = np.random.default_rng(23)
TRAIN = dict(enumerate(RNG.permutation(np.arange(300, 400))[:10].tolist()))
TEST = dict(enumerate(RNG.permutation(np.arange(40, 70))[:10].tolist()))
IMAGES = RNG.integers(0, 256, (25, 28, 28)).astype(np.uint8)
LABELS = RNG.integers(0, 10, 25)
GUESSES = (LABELS + RNG.integers(1, 10, 25)) % 10
ROWS, COLUMNS = np.mgrid[0:28, 0:28]
SMOOTH = 250 * np.exp(-((ROWS - 8) ** 2 + (COLUMNS - 17) ** 2) / 60) + 2.0 * (ROWS > 20)


pytestmark = pytest.mark.usefixtures("agg")


def of(figure, words=FigureExpectation):
    return expect(Answer("draw()", Described("figure", "Figure", describe_figure(figure)))).is_a(words)


def counts_of(counts):
    return list(counts), list(counts.values())


def two(draw, **settings):
    figure, axes = plt.subplots(1, 2, **settings)
    for ax, counts in zip(axes, (TRAIN, TEST), strict=True):
        draw(ax, *counts_of(counts))
    return figure


def one(draw, **settings):
    figure, ax = plt.subplots(**settings)
    draw(ax)
    return figure


def styled(style, make):
    with plt.style.context(style):
        return make()


def beside(ax):
    ax.barh(np.arange(10) - 0.2, TRAIN.values(), 0.4, label="training")
    ax.barh(np.arange(10) + 0.2, TEST.values(), 0.4, label="test")
    ax.legend(framealpha=1, loc="upper right")


def with_a_legend_in_the_way(ax):
    ax.bar(np.arange(10) - 0.2, TRAIN.values(), 0.4, label="training labels of the set")
    ax.bar(np.arange(10) + 0.2, TEST.values(), 0.4, label="test labels of the set")
    ax.legend(loc="upper left")


def one_behind_the_other(ax):
    ax.bar(*counts_of(TRAIN), width=0.9, alpha=0.4)
    ax.bar(*counts_of(TEST), width=0.5, alpha=0.9)


COUNTS = {
    "dark": lambda: styled("dark_background", lambda: two(lambda ax, x, y: ax.bar(x, y))),
    "ggplot": lambda: styled("ggplot", lambda: two(lambda ax, x, y: ax.bar(x, y))),
    "grey on a grid": lambda: two(lambda ax, x, y: (ax.bar(x, y, color="lightgrey"), ax.grid(axis="y"))),
    "outlines, hatched": lambda: two(lambda ax, x, y: ax.bar(x, y, fill=False, hatch="//", edgecolor="navy")),
    "a colour for each": lambda: two(lambda ax, x, y: ax.bar(x, y, color=plt.cm.tab10(range(10)))),
    "lying, with a legend": lambda: one(beside),
    "a legend in the way": lambda: one(with_a_legend_in_the_way),
    "numbers above": lambda: two(lambda ax, x, y: (ax.bar_label(ax.bar(x, y)), ax.set_ylim(0, 420))),
    "small": lambda: two(lambda ax, x, y: ax.bar(x, y), figsize=(3, 1.5), layout="tight"),
    "large": lambda: two(lambda ax, x, y: ax.bar(x, y), figsize=(24, 16), dpi=200),
    "translucent": lambda: one(one_behind_the_other),
    "huge points": lambda: two(lambda ax, x, y: ax.scatter(x, y, s=900, c=y)),
    "tiny points": lambda: two(lambda ax, x, y: ax.plot(x, y, ".", markersize=2)),
    "hollow points": lambda: two(lambda ax, x, y: ax.plot(x, y, "o", markerfacecolor="none")),
    "a line": lambda: two(lambda ax, x, y: ax.plot(x, y, linestyle="--", color="0.6")),
    "cut at the edges": lambda: two(lambda ax, x, y: (ax.bar(x, y), ax.set_xlim(0, 9))),
    "not from zero": lambda: two(lambda ax, x, y: (ax.bar(x, y), ax.set_ylim(min(y) - 5, max(y) + 5))),
    "wide lines": lambda: two(lambda ax, x, y: ax.vlines(x, 0, y, linewidth=9)),
    "on a log scale": lambda: two(lambda ax, x, y: (ax.bar(x, y), ax.set_yscale("log"))),
}  # fmt: skip


@pytest.mark.parametrize("draw", COUNTS.values(), ids=COUNTS)
def test_counts(draw):
    words = of(draw())
    words.draws_counts(TRAIN, "training set")
    words.draws_counts(TEST, "test set")
    words.shows_both(TRAIN, TEST)


def grid(images=IMAGES, write=lambda ax, n: ax.set_xlabel(f"{GUESSES[n]} / {LABELS[n]}"), figure=None, **how):
    settings = {name: how.pop(name) for name in ("figsize", "dpi", "layout", "facecolor") if name in how}
    figure = figure or plt.figure(**settings)
    for n, ax in enumerate(figure.subplots(5, 5).flat):
        ax.imshow(images[n], **how)
        ax.set(xticks=[], yticks=[])
        write(ax, n)
    return figure


def written_below(ax, n):
    ax.axis("off")
    ax.text(14, 34, f"{GUESSES[n]} / {LABELS[n]}", ha="center", fontsize=7)


def in_colours(ax, n):
    ax.set_xlabel(f"{GUESSES[n]} / {LABELS[n]}", color="red" if n % 2 else "green", fontweight="bold")


def title_below(ax, n):
    ax.set_title(f"{GUESSES[n]} / {LABELS[n]}", y=-0.35, fontsize=6)


GRIDS = {
    "dark": lambda: styled("dark_background", lambda: grid(cmap="gray")),
    "ggplot": lambda: styled("ggplot", lambda: grid(cmap="gray_r")),
    "small": lambda: grid(figsize=(3, 3), layout="constrained", write=lambda ax, n: ax.set_xlabel(f"{GUESSES[n]} / {LABELS[n]}", fontsize=5)),
    "large": lambda: grid(figsize=(20, 20)),
    "fine": lambda: grid(figsize=(6, 7), dpi=300),
    "tight": lambda: grid(figsize=(8, 9), layout="tight", cmap="jet"),
    "colour channels": lambda: grid(np.stack([IMAGES] * 3, axis=-1)),
    "scaled": lambda: grid(IMAGES / 255, vmin=0, vmax=1, cmap="Blues"),
    "smoothed": lambda: grid(interpolation="bilinear"),
    "without a canvas of pyplot": lambda: grid(figure=Figure(figsize=(6, 7))),
    "texts below": lambda: grid(write=written_below, figsize=(6, 8)),
    "in colours": lambda: grid(write=in_colours, figsize=(6, 8), cmap="binary"),
    "titles below": lambda: grid(write=title_below, figsize=(6, 8)),
    "on yellow paper": lambda: grid(facecolor="lightyellow", figsize=(6, 8)),
}  # fmt: skip


@pytest.mark.parametrize("draw", GRIDS.values(), ids=GRIDS)
def test_grids(draw):
    words = of(draw(), LabelledGrid)
    words.is_a_grid(5, 5)
    words.shows_in_order(IMAGES, 25)
    words.shows_upright(IMAGES, 25)
    words.has_predictions(GUESSES)
    words.has_truths(LABELS)
    words.labels_stand_under(25)
    words.has_no_ticks()


def bar(place="right", figure=None, style=None, bar_settings=None, **settings):
    def draw():
        made = figure or plt.figure(figsize=settings.pop("figsize", None))
        ax = made.subplots()
        made.colorbar(ax.imshow(SMOOTH, **settings), ax=ax, location=place, **(bar_settings or {}))
        return made

    return styled(style, draw) if style else draw()


BARS = {
    "grey": lambda: bar(cmap="gray"),
    "below": lambda: bar("bottom"),
    "on the left": lambda: bar("left", cmap="magma"),
    "dark": lambda: bar(style="dark_background"),
    "ggplot": lambda: bar(style="ggplot", cmap="gray_r"),
    "small": lambda: bar(figsize=(2, 1.6)),
    "large": lambda: bar(figsize=(30, 20)),
    "turned": lambda: bar(cmap="twilight", bar_settings={"shrink": 0.4}),
    "with pointed ends": lambda: bar(bar_settings={"extend": "both"}),
    "half transparent": lambda: bar(alpha=0.5),
    "on a scale of powers": lambda: bar(norm=PowerNorm(0.5, 0, SMOOTH.max())),
    "logarithmic": lambda: bar(norm=LogNorm(max(SMOOTH[SMOOTH > 0].min(), 1e-3), SMOOTH.max())),
    "with edges between the colours": lambda: bar(bar_settings={"drawedges": True}),
    "without a canvas of pyplot": lambda: bar(figure=Figure()),
}  # fmt: skip


@pytest.mark.parametrize("draw", BARS.values(), ids=BARS)
def test_an_image_and_its_bar(draw):
    words = of(draw())
    words.has_pictures(1)
    words.shows_in_order(SMOOTH[None], 1)
    words.shows_upright(SMOOTH[None], 1)
    words.has_a_colour_bar()
    words.bar_shows(SMOOTH)
