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
