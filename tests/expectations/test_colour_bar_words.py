"""The words about colour bars: each holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import IMAGES, message, of

pytestmark = pytest.mark.usefixtures("agg")


def with_bar(image, make=None, **settings):
    figure, ax = plt.subplots()
    picture = ax.imshow(image, **settings)
    (make or (lambda figure, picture, ax: figure.colorbar(picture)))(figure, picture, ax)
    return of(figure)


def test_a_bar_that_belongs_to_the_image():
    with_bar(IMAGES[0]).has_a_colour_bar()
    with_bar(IMAGES[0]).bar_shows(IMAGES[0])
    with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(p, cax=ax.inset_axes([1.05, 0, 0.05, 1]))).has_a_colour_bar()
    with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(p.norm, p.cmap), ax=ax)).has_a_colour_bar()


def test_no_bar_another_bar_and_three_channels():
    assert message(with_bar(IMAGES[0], lambda *_: None).has_a_colour_bar) == "draw(images) draws no colour bar."
    other = with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(), ax=ax))
    assert "draws a colour bar from 0 to 1 that does not belong to the image" in message(other.has_a_colour_bar)
    colours = with_bar(IMAGES[0], lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(p.norm, "gray"), ax=ax))
    assert "does not belong" in message(colours.has_a_colour_bar)
    assert "three colour channels" in message(with_bar(np.dstack([IMAGES[0]] * 3)).has_a_colour_bar)


def test_a_bar_with_another_range():
    text = message(with_bar(IMAGES[0] / 255, vmin=0, vmax=255).bar_shows, IMAGES[0] / 255)
    assert "draws a colour bar from 0 to 255; the numbers of the given image go from 0" in text


def test_a_colour_bar_without_numbers_and_one_under_a_patch():
    figure, ax = plt.subplots()
    bar = figure.colorbar(ax.imshow(IMAGES[0]))
    of(figure).bar_shows(IMAGES[0])
    bar.ax.add_patch(plt.Rectangle((-1, -1), 3, 3, color="white", transform=bar.ax.transAxes, zorder=99))
    assert "has a colour bar that cannot be seen" in message(of(figure).bar_shows, IMAGES[0])
    bar.ax.patches[-1].remove()
    bar.set_ticks([])
    assert "draws a colour bar without numbers" in message(of(figure).bar_shows, IMAGES[0])


@pytest.mark.parametrize("most", [0.01, 1.0, 255.0])
def test_how_far_a_colour_bar_may_be_off_depends_on_the_numbers_of_the_image(most):
    image = IMAGES[0] / IMAGES[0].max() * most
    with_bar(image, vmin=0.01 * most, vmax=0.99 * most).bar_shows(image)
    cut = message(with_bar(image, vmin=0.5 * most, vmax=most).bar_shows, image)
    assert f"draws a colour bar from {0.5 * most:g} to {most:g}; the numbers of the given image go from " in cut

    def beside(low, high):
        norm = plt.Normalize(low * most, high * most)
        return with_bar(image, lambda f, p, ax: f.colorbar(plt.cm.ScalarMappable(norm, p.cmap), ax=ax), vmin=0, vmax=most)

    beside(0.005, 1.005).has_a_colour_bar()
    assert "does not belong to the image" in message(beside(0, 1.5).has_a_colour_bar)


def test_how_much_more_a_colour_bar_may_hold_depends_on_the_range_of_the_numbers():
    """Not on where it lies: numbers from 100 to 300 need no bar from 0 to 400."""
    image = np.interp(IMAGES[0], [IMAGES[0].min(), IMAGES[0].max()], [100, 300])
    with_bar(image, vmin=60, vmax=340).bar_shows(image)
    wide = message(with_bar(image, vmin=0, vmax=400).bar_shows, image)
    assert "draws a colour bar from 0 to 400; the numbers of the given image go from 100 to 300." in wide
