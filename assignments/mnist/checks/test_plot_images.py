"""plot_images(images, labels): the first 25 images in a grid, each with its label"""

import numpy as np
import pytest

from autograder import expect


def pictures(rng, count):
    """Images that differ from one another, and from themselves when turned or mirrored."""
    return rng.integers(0, 256, (count, 28, 28)).astype(np.uint8)


def labels_for(rng, count):
    labels = rng.integers(0, 10, count).astype(np.uint8)
    labels[:10] = rng.permutation(10)
    return labels


@pytest.fixture(scope="module")
def images(module_rng):
    return (pictures(module_rng, 40) / 255).astype(np.float32)


@pytest.fixture(scope="module")
def labels(module_rng):
    return labels_for(module_rng, 40)


@pytest.fixture(scope="module")
def others(module_rng):
    """For a second call: other images, on another scale, and other labels."""
    return pictures(module_rng, 27), labels_for(module_rng, 27)


@pytest.fixture(scope="module")
def figures(plot_images, images, labels, others):
    """Two calls in one cell."""
    return plot_images.in_a_row((images, labels), others)


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_25_images_in_one_figure(figure):
    """one figure shows 25 images"""
    expect(figure).is_a_figure().has_pictures(25)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_25_images_in_one_figure")
def test_five_rows_of_five(figure):
    """the images are in five rows of five"""
    expect(figure).is_a_figure().is_a_grid(5, 5)
