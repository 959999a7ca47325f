"""build_baseline(): the simple network that others are compared with, compiled and not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array


@pytest.fixture(scope="module")
def model(build_baseline):
    """One model for all checks."""
    return build_baseline()


@pytest.fixture(scope="module")
def images(module_rng):
    return module_rng.random((5, 28, 28), np.float32)


@pytest.fixture(scope="module")
def labels():
    return np.array([3, 0, 9, 1, 4], np.uint8)


@pytest.mark.points(1)
@pytest.mark.public
def test_images_in_ten_numbers_out(model, images):
    """the baseline turns each image of 28 by 28 pixels into ten numbers"""
    expect(model).is_a_model().in_either_shape().takes_and_gives(images, 10)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_layers(model, images):
    """the baseline has one hidden layer of 128 units and 101,770 parameters"""
    expect(model).is_a_model().in_either_shape().has_dense_layers([128, 10], images)


@pytest.mark.points(1)
@pytest.mark.public
def test_ten_probabilities(model, images):
    """the ten numbers are probabilities: they add up to 1"""
    expect(model).is_a_model().in_either_shape().gives_probabilities(images, classes=10)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_images_in_ten_numbers_out")
def test_accuracy_is_reported(model, images, labels):
    """the baseline is compiled, and training reports the accuracy"""
    expect(model).is_a_model().in_either_shape().reports_accuracy(images, labels)
