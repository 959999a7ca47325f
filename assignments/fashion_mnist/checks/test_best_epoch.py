"""best_epoch(history): the epoch with the lowest validation loss"""

import pytest

from autograder import expect, telling_inputs

NAN = float("nan")


def on_both_scales(best_epoch, numbers):
    """The answer that is asked for, and one for losses ten times as large, which only tells mistakes apart."""
    tenfold = {name: [10 * number for number in of] if "loss" in name else of for name, of in numbers.items()}
    return best_epoch(numbers), best_epoch.attempt(tenfold)


def is_epoch(answer, number):
    expect(answer).holds(number)
    expect(answer).has_whole_numbers()


@telling_inputs(is_epoch)
def short_history(draw):
    """A few epochs; the numbers are multiples of 1/4."""
    epochs = draw.several(1, 4, lambda draw: [draw.one_of([0.5, 0.25, 0.75, NAN, 8.0, 0.0, 1.0]), *(draw.whole(0, 4) / 4 for _ in range(3))])
    return ({name: [numbers[place] for numbers in epochs] for place, name in enumerate(("val_loss", "loss", "accuracy", "val_accuracy"))},)


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
    answer, tenfold = on_both_scales(best_epoch, numbers)
    expect(answer).holds(3, hidden=False, beside=[answer, tenfold])
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
    answer, tenfold = on_both_scales(best_epoch, numbers)
    expect(answer).holds(3, hidden=False, beside=[answer, tenfold])


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
