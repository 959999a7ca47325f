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
@pytest.mark.after("test_five_rows_of_five")
def test_the_first_25_upright_and_in_order(figures, images, others):
    """the figure shows the first 25 images, upright and row by row, and a second call makes a new figure"""
    expect(figures[0]).is_a_figure().shows_in_order(images, 25)
    expect(figures[0]).is_a_figure().shows_upright(images, 25)
    again = expect(figures[1]).is_a_figure()
    again.is_of_its_own()
    again.shows_in_order(others, 25)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_five_rows_of_five")
def test_the_predicted_label(figure, answers):
    """if the network is sure, the image has its predicted label"""
    expect(figure).is_a(LabelledGrid).has_predictions(answers[:25], where=SURE[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_the_predicted_label")
def test_an_unsure_prediction(figure, answers):
    """if the network is unsure, the image still has its most probable label, even below one half"""
    expect(figure).is_a(LabelledGrid).has_predictions(answers[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_the_true_label(figure, labels):
    """each image has its true label after the predicted one, even if the network is wrong"""
    expect(figure).is_a(LabelledGrid).has_truths(labels[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_the_labels_stand_under_the_image(figure):
    """the labels are under their image"""
    expect(figure).is_a(LabelledGrid).labels_stand_under(25)


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_no_ticks(figure):
    """the axes have no ticks"""
    expect(figure).is_a_figure().has_no_ticks()
