"""plot_image(image): one image with its colour bar"""

import numpy as np
import pytest

from autograder import expect


def picture(rng):
    """A smooth image from 0 to 250: filled contours of noise show nothing. Turned or mirrored, it looks different."""
    rows, columns = np.mgrid[0:28, 0:28]
    image = sum(
        weight * np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / 30)
        for weight, row, column in zip(
            [3, 2, 1], rng.integers(3, 10, 3), rng.integers([4, 11, 20], [8, 16, 26]), strict=True
        )
    )
    image[20:, :9] += 1.5
    image -= image.min()
    return (image / image.max() * 250).astype(np.uint8)


@pytest.fixture(scope="module")
def image(module_rng):
    return picture(module_rng)


@pytest.fixture(scope="module")
def scaled(module_rng):
    return picture(module_rng) / 255


@pytest.fixture(scope="module")
def figures(plot_image, image, scaled):
    """Two calls in one cell, as on the page."""
    return plot_image.in_a_row((image,), (scaled,))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_one_image(figure):
    """one figure shows one image"""
    expect(figure).is_a_figure().has_pictures(1)


@pytest.mark.points(1)
@pytest.mark.after("test_one_image")
def test_the_right_one_upright(figure, image):
    """the figure shows the given image, upright"""
    expect(figure).is_a_figure().shows_in_order(image[None], 1)
    expect(figure).is_a_figure().shows_upright(image[None], 1)


@pytest.mark.points(1)
@pytest.mark.after("test_one_image")
def test_each_call_makes_its_own_figure(figures, scaled):
    """two calls in one cell make two figures, each with its own image"""
    again = expect(figures[1]).is_a_figure()
    again.is_of_its_own()
    again.shows_in_order(scaled[None], 1)


@pytest.mark.points(2)
@pytest.mark.after("test_one_image")
def test_its_colour_bar(figure):
    """the colour bar belongs to the image"""
    expect(figure).is_a_figure().has_a_colour_bar()


@pytest.mark.points(1)
@pytest.mark.after("test_its_colour_bar")
def test_the_range_of_the_bar(figures, image, scaled):
    """the colour bar shows the range of this image's values, before and after scaling"""
    for answer, drawn in zip(figures, [image, scaled], strict=True):
        expect(answer).is_a_figure().bar_shows(drawn)
