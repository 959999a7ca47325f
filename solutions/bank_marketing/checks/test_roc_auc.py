"""roc_auc(target, probabilities): how often a yes has a larger probability than a no"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

from words import OneNumber


@telling_inputs(lambda answer, expected: number(answer).is_about(expected))
def few_customers(draw):
    """A few customers, at least one yes and one no, as a row or a column of probabilities."""
    rows = [(answer, draw.one_of([0.5, 0.25, 0.75])) for answer in (1, 0, *draw.several(0, 3, lambda draw: draw.whole(0, 1)))]
    probabilities = np.array([probability for _, probability in rows])
    return np.array([answer for answer, _ in rows]), draw.one_of([probabilities, probabilities.reshape(-1, 1)])


@few_customers.right
def slowly(target, probabilities):
    """Look at each pair of a yes and a no."""
    scores = probabilities.ravel().tolist()
    won = pairs = 0
    for one, yes in zip(scores, target.tolist(), strict=True):
        for other, answer in zip(scores, target.tolist(), strict=True):
            if yes == 1 and answer == 0:
                pairs += 1
                won += 1 if one > other else 0.5 if one == other else 0
    return won / pairs


def number(answer):
    return expect(answer).is_a(OneNumber)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_yes_among_three_noes(roc_auc):
    """a yes that is in front of two of three noes gives 2/3"""
    target, probabilities = np.array([0, 1, 0, 0]), np.array([0.25, 0.5, 0.75, 0.125])
    number(roc_auc(target, probabilities)).is_about(2 / 3, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_tie_counts_one_half(roc_auc):
    """the same probability for everybody gives 0.5, as guessing does"""
    number(roc_auc(np.array([0, 1, 0, 1, 0]), np.full(5, 0.125))).is_about(0.5, hidden=False)


@pytest.mark.points(1)
def test_every_pair_counts(roc_auc, rng):
    """every pair of a yes and a no counts once, whatever the order of the rows"""
    target = (rng.permutation(283) < 44).astype(int)
    probabilities = rng.permutation(283) / 512 + target * 0.125
    number(roc_auc(target, probabilities)).is_about(slowly(target, probabilities))


@pytest.mark.points(1)
def test_many_ties(roc_auc, rng):
    """the result is right where many probabilities are equal, and where a probability is above 1 or below 0"""
    target = (rng.permutation(90) < 21).astype(int)
    probabilities = (rng.integers(-2, 5, 90) + 2 * target * rng.integers(0, 2, 90)).astype(np.float32) / 4
    number(roc_auc(target, probabilities)).is_about(slowly(target, probabilities))


@pytest.mark.points(1)
def test_a_column_and_an_order_upside_down(roc_auc, rng):
    """probabilities may be one column; if the order is upside down, the result is below 0.5"""
    target = (rng.permutation(70) < 12).astype(int)
    probabilities = ((rng.integers(0, 40, 70) + 20 * (1 - target)) / 64).astype(np.float32)
    number(roc_auc(target, 1 - probabilities)).is_about(slowly(target, 1 - probabilities))
    number(roc_auc(target, probabilities.reshape(-1, 1))).is_about(slowly(target, probabilities))


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(roc_auc):
    """the arguments are not changed"""
    expect(roc_auc(np.array([1, 0, 1, 0]), np.array([0.25, 0.75, 0.5, 0.625]))).leaves_its_arguments_alone()
