"""plot_history(history): loss and accuracy against the epoch, and the best epoch"""

import numpy as np
import pytest

from autograder import expect
from autograder.core.languages import authored
from autograder.expectations.answer import Failure

WORDS = {authored("training"): ["train", "훈련", "학습"], authored("validation"): ["val", "검증"]}  # also in the language of another page


def history(rng, epochs, best, best_accuracy):
    """A training that learns and then overfits. Each list has its best number in another epoch, none in the last one."""
    steps = np.arange(1, epochs + 1)
    loss = 0.2 + 0.7 * 0.8**steps
    loss[-2:] = loss[-3] + [0.02, 0.03]
    accuracy = 0.95 - 0.3 * 0.8**steps
    accuracy[-3:] = accuracy[-4] - [0.01, 0.015, 0.02]
    val_loss = 0.75 + 0.4 * (np.abs(steps - best) / epochs) ** 1.5
    val_loss[1] = val_loss.max() + 0.02
    val_accuracy = 0.7 - 0.15 * (np.abs(steps - best_accuracy) / epochs) ** 1.5
    lists = {"accuracy": accuracy, "loss": loss, "val_accuracy": val_accuracy, "val_loss": val_loss}
    return {name: (numbers + rng.uniform(0, 0.003, epochs)).tolist() for name, numbers in lists.items()}


@pytest.fixture(scope="module")
def histories(module_rng):
    return history(module_rng, 12, 4, 7), history(module_rng, 8, 5, 3)


@pytest.fixture(scope="module")
def figures(plot_history, histories):
    """Two calls in one cell, as on the page."""
    return plot_history.in_a_row(*((one,) for one in histories))


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


def losses(one, first=1):
    epochs = range(first, first + len(one["loss"]))
    return {authored("the training loss"): (epochs, one["loss"]), authored("the validation loss"): (epochs, one["val_loss"])}


def accuracies(one, first=1):
    epochs = range(first, first + len(one["loss"]))
    return {authored("the training accuracy"): (epochs, one["accuracy"]), authored("the validation accuracy"): (epochs, one["val_accuracy"])}


def shows(words, lines, percent=False):
    for what, line in lines.items():
        words.shows_line(*line, what, percent=percent)


def first_epoch(words, one):
    """The number of the first epoch in the figure: 0 only where all lines that can be found begin there."""
    try:
        shows(words, losses(one, 0))
    except Failure:
        return 1
    return 0


def best(one):
    """The place of the lowest validation loss, counted from 0."""
    lowest = 0
    for place, loss in enumerate(one["val_loss"]):
        if loss < one["val_loss"][lowest]:
            lowest = place
    return lowest


@pytest.mark.points(1)
@pytest.mark.public
def test_both_losses(figure, histories):
    """a line shows the training loss, and another one the validation loss"""
    words = expect(figure).is_a_figure()
    shows(words, losses(histories[0], first_epoch(words, histories[0])))


@pytest.mark.points(1)
@pytest.mark.public
def test_both_accuracies(figure, histories):
    """a line shows the training accuracy, and another one the validation accuracy"""
    words = expect(figure).is_a_figure()
    shows(words, accuracies(histories[0], first_epoch(words, histories[0])), percent=True)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_both_losses")
def test_epochs_begin_at_1(figure, histories):
    """the first epoch is at x = 1"""
    shows(expect(figure).is_a_figure(), losses(histories[0]))


@pytest.mark.points(1)
@pytest.mark.after("test_both_accuracies")
def test_loss_and_accuracy_apart(figure, histories):
    """both losses are in one axes, and both accuracies in another"""
    words = expect(figure).is_a_figure()
    first = first_epoch(words, histories[0])
    words.has_own_axes(losses(histories[0], first), accuracies(histories[0], first), percent=True)


def tells_apart(words, one, lines):
    found = lines(one, first_epoch(words, one))
    words.tells_apart(dict(zip(WORDS, found.values(), strict=True)), WORDS, percent=lines is accuracies)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_both_losses")
def test_a_legend_tells_the_losses_apart(figure, histories):
    """a legend says which loss is training and which is validation"""
    tells_apart(expect(figure).is_a_figure(), histories[0], losses)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_both_accuracies")
def test_a_legend_tells_the_accuracies_apart(figure, histories):
    """a legend says which accuracy is training and which is validation"""
    tells_apart(expect(figure).is_a_figure(), histories[0], accuracies)


def marks_the_best(words, one, lines):
    line = lines(one, first_epoch(words, one))
    words.marks_x(first_epoch(words, one) + best(one), list(line.values())[1], authored("the best epoch"), percent=lines is accuracies)


@pytest.mark.points(1)
@pytest.mark.after("test_both_losses")
def test_the_best_epoch_in_the_axes_of_the_loss(figure, histories):
    """a vertical line marks the epoch with the lowest validation loss among the losses"""
    marks_the_best(expect(figure).is_a_figure(), histories[0], losses)


@pytest.mark.points(1)
@pytest.mark.after("test_both_accuracies")
def test_the_best_epoch_in_the_axes_of_the_accuracy(figure, histories):
    """a vertical line marks the epoch with the lowest validation loss among the accuracies, too"""
    marks_the_best(expect(figure).is_a_figure(), histories[0], accuracies)


@pytest.mark.points(1)
@pytest.mark.after("test_both_accuracies")
def test_each_call_makes_its_own_figure(figures, histories):
    """two calls in one cell make two figures, each with its own training"""
    again, one = expect(figures[1]).is_a_figure(), histories[1]
    again.is_of_its_own()
    first = first_epoch(again, one)
    shows(again, losses(one, first))
    shows(again, accuracies(one, first), percent=True)
    if marks(expect(figures[0]).is_a_figure(), histories[0]):
        marks_the_best(again, one, losses)


def marks(words, one):
    """Whether the best epoch is marked: what is missing in every figure costs no point here."""
    try:
        marks_the_best(words, one, losses)
    except Failure:
        return False
    return True


@pytest.mark.points(1)
@pytest.mark.public
def test_the_history_is_left_alone(plot_history):
    """the history is not changed"""
    numbers = {
        "loss": [0.9, 0.5, 0.4],
        "accuracy": [0.6, 0.8, 0.9],
        "val_loss": [0.8, 0.6, 0.7],
        "val_accuracy": [0.7, 0.8, 0.75],
    }
    expect(plot_history(numbers)).leaves_its_arguments_alone()
