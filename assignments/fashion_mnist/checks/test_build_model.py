"""build_model(): a network of the student's own, small enough, and better than the baseline; compiled and not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

MOST = 300_000  # parameters


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model()


@pytest.fixture(scope="module")
def images(module_rng):
    return module_rng.random((5, 28, 28), np.float32)


@pytest.mark.points(1)
@pytest.mark.public
def test_images_in_ten_numbers_out(model, images):
    """the model turns each image of 28 by 28 pixels into ten numbers"""
    expect(model).is_a_model().in_either_shape().takes_and_gives(images, 10)


@pytest.mark.points(2)
@pytest.mark.public
def test_at_most_300000_parameters(model, images):
    """the model has at most 300,000 parameters"""
    expect(model).is_a_model().in_either_shape().has_at_most_weights(MOST, rows=images[:1])


@pytest.mark.points(1)
@pytest.mark.public
def test_ten_probabilities(model, images):
    """the ten numbers are probabilities, or raw scores with a loss that knows it"""
    expect(model).is_a_model().in_either_shape().gives_probabilities(images, classes=10)


@pytest.mark.points(1)
@pytest.mark.public
def test_it_is_compiled(model):
    """the model is compiled"""
    expect(model).is_a_model().is_compiled()
