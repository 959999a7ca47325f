"""Figures for tests, as a judge gets them, and what covers them."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.figures import FigureExpectation
from autograder.transport.wire import Described
from autograder.values.mpl.figures import describe_figure

IMAGES = np.random.default_rng(17).integers(0, 256, (6, 8, 8)).astype(np.uint8)
LABELS = np.array([5, 0, 4, 1, 9, 2])
GUESSES = np.array([5, 6, 4, 7, 9, 3])


def answered(figure, **settings) -> Answer:
    return Answer("draw(images)", Described("figure", "Figure", describe_figure(figure)), **settings)


def of(figure, **settings) -> FigureExpectation:
    return expect(answered(figure, **settings)).is_a_figure()


def grid(draw, rows=2, columns=3, count=6):
    """A figure of small axes; ``draw(ax, n)`` is called for the first ``count`` of them."""
    figure, axes = plt.subplots(rows, columns)
    for n, ax in enumerate(axes.flat):
        if n < count:
            ax.imshow(IMAGES[n])
            ax.set(xticks=[], yticks=[])
            draw(ax, n)
        else:
            ax.axis("off")
    return figure


def labelled(form="{}"):
    return grid(lambda ax, n: ax.set_xlabel(form.format(LABELS[n])))


def message(word, *arguments, **settings) -> str:
    with pytest.raises(Failure) as caught:
        word(*arguments, **settings)
    return caught.value.message


def chart(draw):
    figure, ax = plt.subplots()
    draw(ax)
    return figure


def white(figure, **place):
    return plt.Rectangle((-1, -1), 3, 3, color="white", transform=figure.transFigure, **place)


def over(figure, place):
    """Axes on top of all others."""
    return figure.add_axes(place, zorder=10, xticks=[], yticks=[])


COVERS = {
    "a patch of the figure": lambda figure: figure.patches.append(white(figure, zorder=99)),
    "a patch of the figure, added": lambda figure: figure.add_artist(white(figure, zorder=99)),
    "a patch in each axes": lambda figure: [ax.add_patch(white(figure, zorder=99)) for ax in figure.axes],
    "axes on top": lambda figure: over(figure, [0, 0, 1, 1]),
    "an image on top": lambda figure: over(figure, [0, 0, 1, 1]).imshow(np.ones((2, 2, 3)), aspect="auto"),
    "an image of the figure": lambda figure: figure.figimage(np.ones((480, 640, 3)), zorder=99),
    "a text box": lambda figure: figure.text(
        0.5, 0.5, " " * 400 + "\n" * 80, ha="center", va="center", zorder=99, bbox={"color": "white", "pad": 900}
    ),
    "a red patch": lambda figure: figure.add_artist(
        plt.Rectangle((-1, -1), 3, 3, color="red", transform=figure.transFigure, zorder=99)
    ),
    "the figure is invisible": lambda figure: figure.set_visible(False),
    "artists are animated": lambda figure: [artist.set_animated(True) for artist in contents(figure)],
    "artists are clipped away": lambda figure: [
        artist.set_clip_path(plt.Rectangle((0, 0), 0.01, 0.01, transform=figure.transFigure))
        for artist in contents(figure)
    ],
    "artists are transparent": lambda figure: [artist.set_alpha(0.01) for artist in contents(figure)],
    "axes lie outside of the figure": lambda figure: [
        ax.set_position([2 + ax.get_position().x0, ax.get_position().y0, 0.1, 0.1]) for ax in figure.axes
    ],
}  # fmt: skip


def contents(figure):
    return [artist for ax in figure.axes for artist in [*ax.images, *ax.patches, *ax.lines, *ax.collections]]

