"""train(model, images, labels, epochs): trains the given model and returns the History"""

import numpy as np
import pytest

from autograder import Network, expect
from autograder.expectations.network import Dense

from words import BRIGHT, COUNTING, OnePixelHistory, OnePixelTraining

IMAGES = 120
EPOCHS, MORE_EPOCHS = 2, 3


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, IMAGES).astype(np.uint8)


def blank(**settings) -> Network:
    """A model whose weights are all zero."""
    layer = Dense(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax")
    return Network((layer,), (28, 28), **settings)


def one_pixel_each(pixels: int, each: int = 1) -> np.ndarray:
    """Images with one bright pixel: the first pixel in the first ``each`` images, and so on."""
    images = np.zeros((pixels * each, 784), np.float32)
    images[np.arange(pixels * each), np.arange(pixels * each) // each] = BRIGHT
    return images.reshape(-1, 28, 28)


def lesson_of(train, labels, epochs):
    """A blank model learns images with one bright pixel each, no two the same.

    Its weights then show exactly which images it has seen, and with which label: the weights of a pixel that was never
    bright are still zero, and those of every other pixel point to the label of its image. The model learns very little
    each time, and its optimizer adds up the gradients: this shows how often it has seen each image.
    """
    network = blank(learning_rate=1e-4, betas=COUNTING)
    return train(network, one_pixel_each(IMAGES), labels, epochs)


@pytest.fixture(scope="module")
def lesson(train, labels):
    return lesson_of(train, labels, EPOCHS)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(train, lesson, labels):
    """two epochs give a History with two losses, and three epochs give one with three"""
    expect(lesson).is_a_history()
    expect(lesson).is_a(OnePixelHistory).is_a_training_of(EPOCHS, (lesson_of(train, labels, MORE_EPOCHS), MORE_EPOCHS))


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """the images and labels are not changed"""
    expect(lesson).leaves_its_arguments_alone()
