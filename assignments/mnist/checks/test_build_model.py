"""build_model(): a compiled network from 28x28 pixels to ten probabilities, not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model()


@pytest.fixture(scope="module")
def images(module_rng):
    return module_rng.random((5, 28, 28), np.float32)


@pytest.mark.points(2)
@pytest.mark.public
def test_images_in_ten_numbers_out(model, images):
    """the model turns each 28x28 image into ten numbers"""
    expect(model).is_a_model().takes_and_gives(images, 10)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_layers(model, images):
    """the dense layers have 128 and 10 units: 101,770 weights to learn"""
    expect(model).is_a_model().has_dense_layers([128, 10], images)


@pytest.mark.points(2)
@pytest.mark.public
def test_ten_probabilities(model, images):
    """the ten numbers are probabilities: they add up to 1"""
    expect(model).is_a_model().gives_probabilities(images, classes=10)


@pytest.mark.points(1)
@pytest.mark.public
def test_it_is_compiled(model):
    """the model is compiled"""
    expect(model).is_a_model().is_compiled()
