"""best_epoch(history): the epoch with the lowest validation loss"""

import pytest

from autograder import expect

NAN = float("nan")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_first_epoch_has_number_1(best_epoch):
    """with the validation losses 0.9, 0.6, 0.4, 0.5, the best epoch is number 3, a whole number"""
    numbers = {
        "loss": [0.8, 0.7, 0.5, 0.3],
        "accuracy": [0.6, 0.7, 0.75, 0.7],
        "val_loss": [0.9, 0.6, 0.4, 0.5],
        "val_accuracy": [0.6, 0.8, 0.7, 0.65],
    }
    answer = best_epoch(numbers)
    expect(answer).holds(3, hidden=False)
    expect(answer).has_whole_numbers()


@pytest.mark.points(1)
@pytest.mark.public
def test_nan_is_not_the_lowest(best_epoch):
    """with the validation losses nan, 0.8, 0.5, 0.6, the best epoch is number 3"""
    numbers = {
        "loss": [0.9, 0.7, 0.6, 0.5],
        "accuracy": [0.5, 0.7, 0.75, 0.8],
        "val_loss": [NAN, 0.8, 0.5, 0.6],
        "val_accuracy": [0.5, 0.8, 0.7, 0.65],
    }
    expect(best_epoch(numbers)).holds(3, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_history_is_left_alone(best_epoch):
    """the history is not changed"""
    numbers = {
        "loss": [0.9, 0.7, 0.5, 0.4],
        "accuracy": [0.5, 0.7, 0.8, 0.85],
        "val_loss": [0.8, NAN, 0.5, 0.6],
        "val_accuracy": [0.6, 0.7, 0.75, 0.7],
    }
    expect(best_epoch(numbers)).leaves_its_arguments_alone()
