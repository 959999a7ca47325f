"""train(model, images, labels, epochs): teaches the given model and returns the History"""

import numpy as np
import pytest

from autograder import Network, expect
from autograder.networks import Dense

PICTURES = 120
EPOCHS = 2


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, PICTURES).astype(np.uint8)


@pytest.fixture(scope="module")
def lesson(train, labels):
    """A model with nothing but zeros learns pictures of one bright pixel each, no two alike.

    Afterwards its weights tell exactly which pictures it was shown, and with which label: those of a pixel that never
    was bright are still zero, and those of any other lean towards the label that came with it.
    """
    images = np.zeros((PICTURES, 784), np.float32)
    images[np.arange(PICTURES), np.arange(PICTURES)] = 1.0
    blank = Network((Dense(np.zeros((784, 10), np.float32), np.zeros(10, np.float32), "softmax"),))
    return train(blank, images.reshape(PICTURES, 28, 28), labels, EPOCHS)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.training
def test_the_history_tells_each_epoch(lesson):
    """two epochs make a history with two entries, a loss in each"""
    expect(lesson).is_a_training_of(EPOCHS)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.training
def test_the_images_are_left_alone(lesson):
    """images and labels are left alone"""
    expect(lesson).leaves_its_arguments_alone()
