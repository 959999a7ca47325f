"""plot_predictions(images, labels, predictions): the first 25 images, "predicted / true" under each"""

import numpy as np
import pytest

from autograder import expect

SURE = np.arange(40) % 2 == 0  # of the other predictions none reaches a half


def pictures(rng, count):
    """Images that cannot be mistaken for one another, nor for themselves when turned."""
    return rng.integers(0, 256, (count, 28, 28)).astype(np.uint8)


def probabilities(rng, answers, sure):
    """Rows that add up to 1, with the largest number at the answer: far above the others, or just above them."""
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
    """Mostly wrong: with a good model's answers, mixing up the two labels would show nowhere."""
    wrong = (labels + module_rng.integers(1, 10, 40)) % 10
    return np.where(module_rng.random(40) < 0.2, labels, wrong)


@pytest.fixture(scope="module")
def others(module_rng):
    """For a second call: other images, on another scale."""
    return pictures(module_rng, 27)


@pytest.fixture(scope="module")
def figures(plot_predictions, images, labels, answers, others, module_rng):
    """Two calls in one cell; what was true at the first is predicted at the second, and the other way round."""
    first = probabilities(module_rng, answers, SURE)
    second = probabilities(module_rng, labels[:27], SURE[:27])
    return plot_predictions.in_a_row((images, labels, first), (others, answers[:27].astype(np.uint8), second))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_five_rows_of_five(figure):
    """25 images are in one figure, in five rows of five"""
    expect(figure).is_a_figure().is_a_grid(5, 5)


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_the_first_25_upright_and_in_order(figures, images, others):
    """they are the first 25 images, row by row and upright, and a second call makes a figure of its own"""
    expect(figures[0]).is_a_figure().shows_in_order(images, 25)
    expect(figures[0]).is_a_figure().shows_upright(images, 25)
    again = expect(figures[1]).is_a_figure()
    again.is_of_its_own()
    again.shows_in_order(others, 25)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_five_rows_of_five")
def test_the_predicted_label(figure, answers):
    """each has its predicted label where the network is sure"""
    expect(figure).is_a_figure().has_predictions(answers[:25], where=SURE[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_the_predicted_label")
def test_an_unsure_prediction(figure, answers):
    """and where it is not: the most probable one, even if that is below a half"""
    expect(figure).is_a_figure().has_predictions(answers[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_the_true_label(figure, labels):
    """each has its true label after the predicted one, even where the network errs"""
    expect(figure).is_a_figure().has_truths(labels[:25])


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_the_labels_stand_under_the_image(figure):
    """the labels stand under the image"""
    expect(figure).is_a_figure().labels_stand_under(25)


@pytest.mark.points(1)
@pytest.mark.after("test_five_rows_of_five")
def test_no_ticks(figure):
    """there are no ticks"""
    expect(figure).is_a_figure().has_no_ticks()
