"""plot_images(images, labels): the first 25 images in a grid, each with its label"""

import numpy as np
import pytest

from autograder import expect

from words import LabelledGrid


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


@pytest.mark.points(1)
@pytest.mark.after("test_25_images_in_one_figure")
def test_the_first_25_in_order(figure, images):
    """the figure shows the first 25 images, row by row, even if there are more"""
    expect(figure).is_a_figure().shows_in_order(images, 25)


@pytest.mark.points(1)
@pytest.mark.after("test_25_images_in_one_figure")
def test_each_call_makes_its_own_figure(figures, others):
    """two calls in one cell make two figures, each with its own images and labels"""
    again = expect(figures[1]).is_a_figure()
    again.is_of_its_own()
    again.shows_in_order(others[0], 25)
    expect(figures[1]).is_a(LabelledGrid).has_labels(others[1][:25])


@pytest.mark.points(1)
@pytest.mark.after("test_25_images_in_one_figure")
def test_upright(figure, images):
    """each image is upright"""
    expect(figure).is_a_figure().shows_upright(images, 25)


@pytest.mark.points(2)
@pytest.mark.after("test_25_images_in_one_figure")
def test_its_own_label(figure, labels):
    """each image has its own label"""
    expect(figure).is_a(LabelledGrid).has_labels(labels[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_25_images_in_one_figure")
def test_the_label_stands_under_the_image(figure):
    """each label is under its image"""
    expect(figure).is_a(LabelledGrid).labels_stand_under(25)


@pytest.mark.points(1)
@pytest.mark.after("test_25_images_in_one_figure")
def test_no_ticks(figure):
    """the axes have no ticks"""
    expect(figure).is_a_figure().has_no_ticks()
