"""plot_predictions(images, labels, predictions): the first 25 images, "predicted / true" under each"""

import numpy as np
import pytest

from autograder import expect

from words import LabelledGrid

SURE = np.arange(40) % 2 == 0  # no other prediction reaches one half


def pictures(rng, count):
    """Images that differ from one another, and from themselves when turned or mirrored."""
    return rng.integers(0, 256, (count, 28, 28)).astype(np.uint8)


def probabilities(rng, answers, sure):
    """Rows that add up to 1, with the largest number at the answer: far above the others, or only just."""
    rows = rng.uniform(0.2, 1.0, (len(answers), 10))
    rows[np.arange(len(answers)), answers] = np.where(sure, 40.0, 1.3)
    return (rows / rows.sum(axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture(scope="module")
def images(module_rng):
    return (pictures(module_rng, 40) / 255).astype(np.float32)


@pytest.fixture(scope="module")
def labels(module_rng):
    return module_rng.integers(0, 10, 40).astype(np.uint8)


@pytest.fixture(scope="module")
def answers(labels, module_rng):
    """Mostly wrong: with a good model's answers, swapping the two labels would change almost nothing."""
    wrong = (labels + module_rng.integers(1, 10, 40)) % 10
    return np.where(module_rng.random(40) < 0.2, labels, wrong)


@pytest.fixture(scope="module")
def others(module_rng):
    """For a second call: other images, on another scale."""
    return pictures(module_rng, 27)


@pytest.fixture(scope="module")
def figures(plot_predictions, images, labels, answers, others, module_rng):
    """Two calls in one cell; the true labels of the first are the predictions of the second, and the other way round."""
    first = probabilities(module_rng, answers, SURE)
    second = probabilities(module_rng, labels[:27], SURE[:27])
    return plot_predictions.in_a_row((images, labels, first), (others, answers[:27].astype(np.uint8), second))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_five_rows_of_five(figure):
    """one figure shows 25 images in five rows of five"""
    expect(figure).is_a_figure().is_a_grid(5, 5)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_five_rows_of_five")
def test_the_predicted_label(figure, answers):
    """if the network is sure, the image has its predicted label"""
    expect(figure).is_a(LabelledGrid).has_predictions(answers[:25], where=SURE[:25])
