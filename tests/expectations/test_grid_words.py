"""The words about grids of images: each holds for fair drawings, and refuses others in words that are pinned."""

import matplotlib.pyplot as plt
import numpy as np
import pytest
from drawn_figures import IMAGES, grid, labelled, message, of

from autograder.expectations.answer import Failure
from autograder.judging.mistake_naming import rounded

pytestmark = pytest.mark.usefixtures("agg")


def test_a_grid_is_told_from_where_the_pictures_are():
    of(labelled()).is_a_grid(2, 3)
    of(grid(lambda ax, n: None, rows=3, columns=3)).is_a_grid(2, 3)
    assert message(of(grid(lambda ax, n: None, 3, 2)).is_a_grid, 2, 3) == (
        "draw(images) gave images in 3 rows of 2; expected 2 rows of 3."
    )
    assert "gave images in 1 row of 6; expected" in message(of(grid(lambda ax, n: None, 1, 6)).is_a_grid, 2, 3)


def test_order_and_orientation_are_two_things():
    turned, _ = plt.subplots(2, 3)
    for ax, image in zip(turned.axes, IMAGES, strict=True):
        ax.imshow(image, origin="lower")
    of(turned).shows_in_order(IMAGES, 6)
    assert "draws 6 of 6 images upside down" in message(of(turned).shows_upright, IMAGES, 6)
    shifted, _ = plt.subplots(2, 3)
    for ax, image in zip(shifted.axes, np.roll(IMAGES, -1, axis=0), strict=True):
        ax.imshow(image)
    of(shifted).shows_upright(IMAGES, 6)
    assert "shows image number 1 at place 0" in message(of(shifted).shows_in_order, IMAGES, 6)


@pytest.mark.parametrize(
    "change", [lambda i: i / 255, lambda i: 255.0 - i, lambda i: np.dstack([i] * 3), lambda i: i[..., None]]
)
def test_an_image_is_known_on_any_scale(change):
    figure, _ = plt.subplots(2, 3)
    for ax, image in zip(figure.axes, IMAGES, strict=True):
        ax.imshow(change(image), cmap="magma")
    of(figure).shows_in_order(IMAGES, 6)


def test_ticks_of_one_axes_are_enough():
    of(labelled()).has_no_ticks()
    text = message(of(grid(lambda ax, n: n == 2 and ax.set(xticks=[0, 4]))).has_no_ticks)
    assert (
        text == "draw(images) leaves ticks at 1 of 6 images (2 on the x axis and 0 on the y axis of the first one)."
    )


def test_ticks_without_their_numbers_are_ticks_but_nobody_is_told_that_numbers_are_left():
    """And the evidence is another one, so that a known mistake which leaves the numbers is not named."""
    whole = grid(lambda ax, n: ax.set(xticks=[0, 4], yticks=[0, 4]))
    bare = grid(lambda ax, n: ax.set(xticks=[0, 4], xticklabels=["", ""], yticks=[0, 4], yticklabels=["", ""]))
    with pytest.raises(Failure) as caught:
        of(bare).has_no_ticks()
    assert caught.value.message.endswith("Their numbers are gone, but the small lines are still there.")
    with pytest.raises(Failure) as other:
        of(whole).has_no_ticks()
    assert "numbers" not in other.value.message and rounded(other.value.evidence) != rounded(caught.value.evidence)


def test_colours_that_nobody_can_tell_apart():
    figure = grid(lambda ax, n: ax.images[0].set_clim(0, 1e6))
    words = of(figure)
    words.has_pictures(6)  # they are there
    assert "draws 6 of 6 images in colours that all look the same" in message(words.shows_in_order, IMAGES, 6)
    assert "Are vmin and vmax right?" in message(words.shows_upright, IMAGES, 6)


FAIR = {
    "grey": {"cmap": "gray"},
    "grey, turned round": {"cmap": "gray_r"},
    "a rainbow": {"cmap": "jet"},
    "two ends alike": {"cmap": "twilight"},
    "few colours": {"cmap": "tab10"},
    "smoothed": {"interpolation": "bicubic"},
    "not smoothed": {"interpolation": "nearest"},
    "half transparent": {"alpha": 0.5},
    "stretched": {"aspect": "auto"},
    "on a scale of roots": {"norm": "asinh"},
}


@pytest.mark.parametrize("size", [(0.8, 0.8), (2, 1.6), (4.4, 4.4), (16, 12)], ids=str)
@pytest.mark.parametrize("settings", FAIR.values(), ids=FAIR)
def test_fair_images_leave_a_trace_on_any_scale(settings, size):
    if size == (0.8, 0.8) and settings.get("cmap") == "tab10":
        return  # noise in unordered colours, on 25 pixels: nobody could tell
    images = np.random.default_rng(5).integers(0, 256, (4, 28, 28)).astype(np.uint8)
    with plt.style.context("ggplot" if size == (4.4, 4.4) else "dark_background" if size == (2, 1.6) else "default"):
        figure, axes = plt.subplots(2, 2, figsize=size)
        for image, ax in zip(images, axes.flat, strict=True):
            ax.grid(False)
            ax.imshow(image, **settings)
        of(figure).shows_in_order(images, 4)


def with_an_empty_place(draw, bar=False):
    figure = grid(lambda ax, n: None, count=5)
    figure.axes[5].axis("on")
    draw(figure.axes[5])
    if bar:
        figure.colorbar(figure.axes[0].images[0], ax=figure.axes[:5])
    return figure


EMPTY_PLACES = {
    "switched off": (lambda ax: ax.axis("off"), False),
    "without ticks": (lambda ax: ax.set(xticks=[], yticks=[]), False),
    "invisible": (lambda ax: ax.set_visible(False), False),
    "with a name": (lambda ax: ax.set(xticks=[], yticks=[0.5], yticklabels=["Bag"]), False),
    "beside a colour bar": (lambda ax: ax.axis("off"), True),
}


@pytest.mark.parametrize(("draw", "bar"), EMPTY_PLACES.values(), ids=EMPTY_PLACES)
def test_an_empty_place_without_numbers_is_free_of_ticks(draw, bar):
    of(with_an_empty_place(draw, bar)).has_no_numbers_at_empty_places()


def test_numbers_at_an_empty_place_are_seen_where_they_are_asked_for():
    words = of(with_an_empty_place(lambda ax: None))
    words.has_no_ticks()
    assert message(words.has_no_numbers_at_empty_places) == "draw(images) leaves numbers at the edges of one place without an image."


def test_a_name_may_stand_at_the_place_of_a_tick():
    words = of(grid(lambda ax, n: ax.set(yticks=[4], yticklabels=["Bag"])))
    words.has_no_ticks(names=["Shirt", "Bag"])
    of(grid(lambda ax, n: ax.set(xticks=[4], xticklabels=["Bag"]))).has_no_ticks(names=["Shirt", "Bag"])
    assert "leaves ticks at 6 of 6 images" in message(words.has_no_ticks)
    assert "leaves ticks at 6 of 6 images" in message(words.has_no_ticks, names=["Shirt"])
    more = of(grid(lambda ax, n: ax.set(xticks=[2], yticks=[4], yticklabels=["Bag"])))
    assert "(1 on the x axis and 0 on the y axis of the first one)" in message(more.has_no_ticks, names=["Bag"])
