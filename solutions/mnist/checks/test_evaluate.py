"""evaluate(model, images, labels): (loss, accuracy) of the model on these images"""

import numpy as np
import pytest

from autograder import Network, expect

NAMES = ("loss", "accuracy")
NETWORK = Network.planted(weight=3.0)


def exam(rng, count, right):
    """Images of which the network is known to read ``right`` as labelled."""
    answers = rng.integers(0, 10, count)
    images = np.zeros((count, 28, 28), np.float32)
    images[np.arange(count), 0, answers] = 1.0
    images[:, 5:, :] = rng.random((count, 23, 28))
    labels = np.where(rng.permutation(count) < right, answers, (answers + rng.integers(1, 10, count)) % 10)
    return images, labels.astype(np.uint8)


def loss_slowly(images, labels):
    """The mean of -log of the probability that the network gives to the true label."""
    total = 0.0
    for row, label in zip(NETWORK.outputs(images), labels, strict=True):
        total -= float(np.log(row[label]))
    return total / len(labels)


@pytest.fixture(scope="module")
def questions(module_rng):
    return exam(module_rng, 100, right=37)  # no multiple of 32: the last batch is a small one


@pytest.fixture(scope="module")
def result(evaluate, questions):
    return evaluate(NETWORK, *questions)


@pytest.mark.points(1)
@pytest.mark.public
def test_two_numbers(result):
    """it gives two numbers: the loss and the accuracy"""
    expect(result).is_a_pair_of_numbers(NAMES)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_accuracy(result):
    """37 of 100 images read right are an accuracy of 0.37, and it comes second"""
    expect(result).is_a_score(NAMES, accuracy=0.37)


@pytest.mark.points(2)
def test_the_loss(result, questions):
    """the loss is the mean over all images, and it comes first"""
    expect(result).is_a_score(NAMES, loss=loss_slowly(*questions))


@pytest.mark.points(1)
@pytest.mark.parametrize("right", [3, 30])
def test_other_scores(evaluate, rng, right):
    """guessing and a perfect score are told apart"""
    images, labels = exam(rng, 30, right)
    expect(evaluate(NETWORK, images, labels)).is_a_score(NAMES, loss_slowly(images, labels), right / 30)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_images_are_left_alone(result):
    """images and labels are left alone"""
    expect(result).leaves_its_arguments_alone()


@pytest.mark.points(1)
def test_the_model_is_left_alone(result):
    """the model is measured, not changed"""
    expect(result).leaves_the_model_alone(NETWORK)
