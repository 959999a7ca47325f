"""train(model, images, labels, epochs): teaches the given model and returns the History"""

import numpy as np
import pytest

from autograder import Network, expect
from autograder.expectations.network import Dense
from autograder.expectations.training import COUNTING

PICTURES = 120
EPOCHS, MORE_EPOCHS = 2, 3


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, PICTURES).astype(np.uint8)


def blank(**settings) -> Network:
    """A model with nothing but zeros."""
    return Network((Dense(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax"),), **settings)


def one_pixel_each(pixels: int, each: int = 1) -> np.ndarray:
    """Images of one bright pixel: the first ``each`` of them have the first pixel, and so on."""
    images = np.zeros((pixels * each, 784), np.float32)
    images[np.arange(pixels * each), np.arange(pixels * each) // each] = 1.0
    return images.reshape(-1, 28, 28)


def lesson_of(train, labels, epochs):
    """A blank model learns pictures of one bright pixel each, no two alike.

    Afterwards its weights tell exactly which pictures it was shown, and with which label: those of a pixel that never
    was bright are still zero, and those of any other lean towards the label that came with it. It learns very little
    each time, and its optimizer adds the gradients up: that tells how often it was shown them.
    """
    network = blank(learning_rate=1e-4, betas=COUNTING)
    return train(network, one_pixel_each(PICTURES), labels, epochs)


@pytest.fixture(scope="module")
def lesson(train, labels):
    return lesson_of(train, labels, EPOCHS)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(train, lesson, labels):
    """two epochs make a history with two entries, a loss in each, and three epochs one with three"""
    expect(lesson).is_a_history()
    expect(lesson).is_a_training_of(EPOCHS, (lesson_of(train, labels, MORE_EPOCHS), MORE_EPOCHS))


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """images and labels are left alone"""
    expect(lesson).leaves_its_arguments_alone()
