"""build_baseline(): the simple network that others are compared with, compiled and not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

GUESSED = 0.5  # more than a fresh network gets right


@pytest.fixture(scope="module")
def model(build_baseline):
    """One model for all checks."""
    return build_baseline()


@pytest.fixture(scope="module")
def another(build_baseline):
    """A second model, from another call."""
    return build_baseline()


@pytest.fixture(scope="session")
def lessons(garments, budget):
    """What every baseline learns from: made once for a class, so it must not be changed."""
    images, labels = garments.train
    return shared_array(scaled(images[: budget.images])), labels[: budget.images]


@pytest.fixture(scope="session")
def exam(garments):
    return shared_array(scaled(garments.test[0])), garments.test[1]


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
def test_relu_in_the_hidden_layer(model, images):
    """the hidden layer of the baseline uses relu"""
    expect(model).is_a_model().in_either_shape().computes(images, hidden="relu")


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


@pytest.mark.points(1)
@pytest.mark.after("test_images_in_ten_numbers_out")
def test_the_loss_fits_the_labels(model, images, labels):
    """the loss is cross-entropy for labels that are single numbers"""
    expect(model).is_a_model().in_either_shape().minimises_cross_entropy(images, labels)


@pytest.mark.points(1)
def test_adam(model, images):
    """the optimizer of the baseline is adam"""
    expect(model).is_a_model().in_either_shape().uses_optimizer("adam", images, slowest=1e-9, fastest=1e3)


@pytest.mark.points(1)
def test_a_fresh_model_each_time(model, another, exam):
    """each call builds a new baseline that is not trained yet"""
    expect(model).is_a_model().in_either_shape().is_untrained(*exam, at_most=GUESSED)
    expect(model).is_a_model().is_another_model_than(another)


@pytest.mark.points(1)
@pytest.mark.training
@pytest.mark.after("test_the_layers")
@pytest.mark.after("test_relu_in_the_hidden_layer")
@pytest.mark.after("test_adam")
@pytest.mark.after("test_accuracy_is_reported")
@pytest.mark.after("test_a_fresh_model_each_time")
def test_it_learns(another, lessons, exam, budget):
    """after training, the baseline recognizes as many drawn clothes as it should"""
    words = expect(another).is_a_model().in_either_shape()
    words.learns(lessons, exam, budget.epochs, budget.batch_size, budget.at_least("baseline", "garments"))


def scaled(images):
    """What the page does before it trains: numbers from 0 to 1."""
    return np.divide(images, 255, dtype=np.float32)
