"""best_epoch(history): the epoch with the lowest validation loss"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

NAN = float("nan")


def row(rng, low, high, least, most, epochs):
    """Different numbers from low to high in random order, but the smallest and the largest are at these places."""
    steps = np.linspace(low, high, epochs).tolist()
    between = rng.permutation(steps[1:-1]).tolist()
    places = [place for place in range(epochs) if place not in (least, most)]
    numbers = dict(zip(places, between, strict=True)) | {least: steps[0], most: steps[-1]}
    return [numbers[place] for place in range(epochs)]


def history(rng, low=0.4, high=1.3, best=5):
    """Fourteen epochs. Each list has its extremes at other places."""
    return {
        "accuracy": row(rng, 0.6, 0.9, 7, 12, 14),
        "loss": row(rng, 0.3, 1.2, 11, 3, 14),
        "val_accuracy": row(rng, 0.5, 0.8, 2, 8, 14),
        "val_loss": row(rng, low, high, best, 1, 14),
    }


def with_losses(rng, val_loss):
    """A history with these validation losses and other numbers that have nothing to do with them."""
    others = {name: rng.uniform(0.2, 0.9, len(val_loss)).tolist() for name in ("loss", "accuracy", "val_accuracy")}
    return {**others, "val_loss": val_loss}


def slowly(val_loss):
    """Look at the epochs one after the other; a loss that is not equal to itself is NaN."""
    best = None
    for number, loss in enumerate(val_loss, start=1):
        if loss == loss and (best is None or loss < val_loss[best - 1]):
            best = number
    return best


def holds_for_all(best_epoch, trainings):
    """One number of an epoch is soon right, or that of another mistake, by chance; those of all trainings are not."""
    answers = [best_epoch.attempt(one) for one in trainings]
    for answer, one in zip(answers, trainings, strict=True):
        expect(answer).holds(slowly(one["val_loss"]), beside=answers)


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


@short_history.right
def of_history(history):
    if slowly(history["val_loss"]) is None:
        raise ValueError("no epoch has a validation loss")
    return slowly(history["val_loss"])


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
def test_any_training(best_epoch, rng):
    """the epoch with the lowest validation loss is found, whatever the size of the losses and the number of epochs"""
    trainings = [
        history(rng),
        with_losses(rng, [0.9, 0.86, 0.81, 0.78, 0.74, 0.71, 0.68, 0.64, 0.62, 0.59, 0.57, 0.56, 0.531, 0.55, 0.529, 0.54]),
        history(rng, 0.5, 0.503),
        history(rng, 1200, 9000),
        history(rng, 8, 12),
        with_losses(rng, [0.75]),
        with_losses(rng, rng.permutation([0.3, 0.5, 0.7]).tolist()),
        with_losses(rng, [0.9, 0.8, 0.6, 0.5]),
        with_losses(rng, [0.4, 0.5, 0.7]),
        with_losses(rng, [0.9, 0.7, 0.5002, 0.6, 0.5001, 0.55]),  # as float16, both are 0.5
    ]
    holds_for_all(best_epoch, trainings)


@pytest.mark.points(1)
def test_the_first_of_equals(best_epoch, rng):
    """if several epochs have the lowest validation loss, the first of them is returned"""
    low = rng.integers(20, 40) / 64
    for val_loss in ([0.9, 0.8, low, 0.75, low, low, 0.7, 0.85], [low, low, 0.75], [0.9, low, 0.8, low]):
        expect(best_epoch(with_losses(rng, val_loss))).holds(slowly(val_loss))


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
def test_nan_anywhere(best_epoch, rng):
    """an epoch with the loss NaN is never the best, wherever it is, and it still counts as an epoch"""
    high, low = rng.integers(40, 60) / 64, rng.integers(20, 30) / 64
    trainings = [
        [0.9, high, low, 0.0, 0.8, 0.75, NAN, 0.7],
        [high, 0.9, 0.75, NAN, 0.7, NAN, low, 0.72, NAN],
        [9000.0, 8000.0, 7000.0, 8500.0, 8200.0, 7500.0, 6500.0, 6400.0, NAN, 6000.0, 5000.0],
        [0.9, low, NAN, NAN],
        [NAN, NAN, high, low, 0.95],
        [NAN, low, low, NAN],
        [8000.0, NAN, 5000.0],
    ]
    holds_for_all(best_epoch, [with_losses(rng, val_loss) for val_loss in trainings])


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
