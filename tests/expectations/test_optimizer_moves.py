"""By what an optimizer does to weights, it is known. Without Keras."""

import numpy as np
import pytest
from answered_models import adam

from autograder.expectations.drawn_weights import drawn_slopes
from autograder.expectations.optimizer_moves import OPTIMIZERS, moves_like_adam, moves_like_rmsprop, moves_like_sgd

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


def sgd_steps(slopes, momentum=0.0):
    found, pull = [], [np.zeros_like(one) for one in slopes[0]]
    for these in slopes:
        pull = [momentum * old - RATE * new for old, new in zip(pull, these, strict=True)]
        found.append(pull)
    return found


def rmsprop_steps(slopes, kept=0.9):
    found, squares = [], [np.zeros_like(one) for one in slopes[0]]
    for these in slopes:
        squares = [kept * old + (1 - kept) * new**2 for old, new in zip(squares, these, strict=True)]
        found.append([-RATE * new / np.sqrt(old + 1e-7) for old, new in zip(squares, these, strict=True)])
    return found


MOVERS = {
    "sgd": ("sgd", sgd_steps),
    "sgd with momentum": ("sgd", lambda slopes: sgd_steps(slopes, 0.9)),
    "rmsprop": ("rmsprop", rmsprop_steps),
    "rmsprop that forgets faster": ("rmsprop", lambda slopes: rmsprop_steps(slopes, 0.5)),
    "none, the sign alone": ("", lambda slopes: [[-0.1 * RATE * np.sign(one) for one in these] for these in slopes]),
    "none, the other way": ("", lambda slopes: [[RATE * one for one in these] for these in slopes]),
}


@pytest.mark.parametrize(("kind", "mover"), MOVERS.values(), ids=MOVERS)
def test_an_optimizer_is_of_its_kind_and_of_no_other(kind, mover):
    rng = np.random.default_rng(4)
    slopes = [[drawn_slopes(shape, rng) for shape in ((12, 6), (6,))] for _ in "12"]
    found = {name: moves(slopes, mover(slopes), RATE, (0.9, 0.999)) for name, moves in OPTIMIZERS.items()}
    assert found == {name: name == kind for name in OPTIMIZERS} and all(type(one) is bool for one in found.values())


def rmsprop(slopes, rate=RATE, keeps=0.9):
    """Two steps of Keras's RMSprop."""
    found, mean = [], [np.zeros_like(one) for one in slopes[0]]
    for these in slopes:
        mean = [keeps * old + (1 - keeps) * new**2 for old, new in zip(mean, these, strict=True)]
        found.append([-rate * new / np.sqrt(of + 1e-7) for new, of in zip(these, mean, strict=True)])
    return found


@pytest.mark.parametrize(
    ("moves", "is_it"),
    [
        (rmsprop(SLOPES), True),
        (rmsprop(SLOPES, keeps=0.5), True),
        (rmsprop(SLOPES, rate=-RATE), False),
        ([[np.abs(one) for one in step] for step in rmsprop(SLOPES)], False),
        (adam(SLOPES, RATE), False),
    ],
    ids=["usual", "forgets faster", "uphill", "always up", "adam"],
)
def test_rmsprop_moves_against_the_slope_however_fast_it_forgets(moves, is_it):
    assert moves_like_rmsprop(SLOPES, moves, RATE, BETAS) is is_it
