"""build_model(): a network of the student's own, small enough, and better than the baseline; compiled and not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

MOST = 300_000  # parameters
SECONDS = 60  # of computing for a training; the page announces it
NOISE = 8  # each test pixel gets up to this many grey levels more or less, so a table of known test images does not help
GUESSED = 0.5  # more than a fresh network gets right


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model()


@pytest.fixture(scope="module")
def another(build_model):
    """A second model, from another call."""
    return build_model()


@pytest.fixture(scope="session")
def lessons(garments, budget):
    """What every network learns from: made once for a class, so it must not be changed.

    The clothes that the kit draws, even if the real ones are found: there, five short epochs do not tell a good network from
    the baseline (the numbers are in assignment.toml).
    """
    images, labels = garments.train
    return shared_array(scaled(images[: budget.images])), labels[: budget.images]


@pytest.fixture(scope="session")
def exam(garments, seed):
    """The test images with a little noise, so that no model has seen them before."""
    images, labels = garments.test
    noise = np.random.default_rng(seed).integers(-NOISE, NOISE + 1, images.shape, np.int16)
    return shared_array(scaled(np.clip(images + noise, 0, 255))), labels


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


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_the_loss_fits_the_labels(model, images):
    """the loss is smaller where the label gets a larger number"""
    expect(model).is_a_model().in_either_shape().rewards_the_label(images)


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_accuracy_is_reported(model, images):
    """training reports the accuracy"""
    expect(model).is_a_model().in_either_shape().reports_accuracy(images, np.array([3, 0, 9, 1, 4], np.uint8))


@pytest.mark.points(1)
def test_a_fresh_model_each_time(model, another, garments):
    """each call builds a new model that is not trained yet"""
    words = expect(model).is_a_model().in_either_shape()
    words.is_untrained(scaled(garments.test[0]), garments.test[1], at_most=GUESSED)
    expect(model).is_a_model().is_another_model_than(another)


@pytest.mark.points(4)
@pytest.mark.training
@pytest.mark.after("test_images_in_ten_numbers_out")
@pytest.mark.after("test_it_is_compiled")
@pytest.mark.after("test_a_fresh_model_each_time")
def test_it_beats_the_baseline(another, build_model, lessons, exam, budget):
    """after the same short training on drawn clothes, the model recognizes clearly more of them than the baseline"""
    words = expect(another).is_a_model().in_either_shape()
    least = budget.at_least("threshold", "garments")
    words.learns(lessons, exam, budget.epochs, budget.batch_size, at_least=least, most_seconds=SECONDS, again=build_model)


def scaled(images):
    """What the page does before it trains: numbers from 0 to 1."""
    return np.divide(images, 255, dtype=np.float32)
