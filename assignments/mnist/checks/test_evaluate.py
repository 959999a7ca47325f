"""evaluate(model, images, labels): (loss, accuracy) of the model on these images"""

import numpy as np
import pytest

from autograder import Network, expect

NAMES = ("loss", "accuracy")
WEIGHT = 3.0
BIAS = (0.9, -0.6, 1.2, -1.4, 0.3, -0.9, 1.5, 0.0, -0.3, 0.6)  # decides if the images are darker than they were given
SHIFTED = (1.5, -3.5, 0.5, 3.5, -1.5, -2.5, 2.5, -0.5, 4.5, -4.5)  # decides if something is added to all pixels
NETWORK = Network.planted(WEIGHT, classes=10, image_shape=(28, 28), bias=np.array(BIAS), shifted=np.array(SHIFTED))


def answer_slowly(image):
    """The network's answer: the class with the largest sum of its weighted pixel in the first row and its bias."""
    scores = [WEIGHT * pixel + bias for pixel, bias in zip(image[0, :10].tolist(), BIAS, strict=True)]
    return scores.index(max(scores))


def exam(rng, count, right):
    """Images with labels; the network reads ``right`` of them correctly."""
    images = rng.random((count, 28, 28), np.float32)
    images[:, 0, -1] = 0  # so that the weights for shifted images count for nothing
    answers = np.array([answer_slowly(image) for image in images])
    labels = np.where(rng.permutation(count) < right, answers, (answers + rng.integers(1, 10, count)) % 10)
    return images, labels.astype(np.uint8)


def rows_of(images, labels):
    """For each image the loss, which is -log of the probability of the true label, and whether it is read correctly."""
    losses = [-float(np.log(row[label])) for row, label in zip(NETWORK.outputs(images), labels, strict=True)]
    right = [answer_slowly(image) == label for image, label in zip(images, labels, strict=True)]
    return np.array(losses), np.array(right)


@pytest.fixture(scope="module")
def questions(module_rng):
    return exam(module_rng, 100, right=37)  # not a multiple of 32: the last batch is smaller


@pytest.fixture(scope="module")
def rows(questions):
    return rows_of(*questions)


@pytest.fixture(scope="module")
def result(evaluate, questions):
    return evaluate(NETWORK, *questions)


@pytest.mark.points(1)
@pytest.mark.public
def test_two_numbers(result):
    """the function returns two numbers, so that loss, accuracy = evaluate(…) works"""
    expect(result).is_a_pair_of_numbers(NAMES)


@pytest.mark.points(2)
@pytest.mark.public
def test_the_accuracy(result, rows):
    """37 right answers for 100 images give an accuracy of 0.37, and it comes second"""
    expect(result).is_a_score(NAMES, accuracy=0.37, rows=rows)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_images_are_left_alone(result):
    """the images and labels are not changed"""
    expect(result).leaves_its_arguments_alone()
