"""By what an optimizer does to weights, it is known. Without Keras."""

import numpy as np
import pytest
from answered_models import adam

from autograder.expectations.optimizer_moves import moves_like_adam, moves_like_rmsprop, moves_like_sgd

SLOPES = [[np.random.default_rng(3 + step).normal(0, 1, 40)] for step in range(2)]
RATE, BETAS = 0.01, (0.9, 0.999)


def sgd(momentum, nesterov=False, rate=RATE):
    """Two steps of Keras's SGD."""
    (first,), (second,) = SLOPES
    one = -rate * first
    two = momentum * one - rate * second
    if nesterov:
        one, two = momentum * one - rate * first, momentum * two - rate * second
    return [[one], [two]]


PULLS = {
    "plain": (sgd(0.0), True),
    "momentum": (sgd(0.9), True),
    "Nesterov": (sgd(0.9, nesterov=True), True),
    "ever faster": (sgd(1.0), False),
    "faster and faster": (sgd(1.5), False),
    "back again": (sgd(-0.5), False),
    "half the rate": (sgd(0.0, rate=RATE / 2), False),
    "three times the rate": (sgd(0.0, rate=3 * RATE), False),
    "uphill": (sgd(0.0, rate=-RATE), False),
    "nothing": ([[np.zeros(40)], [np.zeros(40)]], False),
    "adam": (adam(SLOPES, RATE), False),
}


@pytest.mark.parametrize(("moves", "is_it"), PULLS.values(), ids=PULLS)
def test_sgd_moves_against_the_slope_with_any_usual_momentum(moves, is_it):
    assert moves_like_sgd(SLOPES, moves, RATE, BETAS) is is_it


def test_each_kind_is_told_from_the_others():
    assert moves_like_adam(SLOPES, adam(SLOPES, RATE), RATE, BETAS)
    assert not moves_like_adam(SLOPES, sgd(0.0), RATE, BETAS)
    assert not moves_like_rmsprop(SLOPES, sgd(0.9), RATE, BETAS)


def test_a_step_that_is_not_told_is_not_taken_for_a_right_one():
    """What comes from a student's process may be anything; words about models take this for a wrong answer."""
    for found in ([], adam(SLOPES, RATE)[:1], [*adam(SLOPES, RATE), [np.zeros(40)]]):
        with pytest.raises(ValueError):
            moves_like_adam(SLOPES, found, RATE, BETAS)
