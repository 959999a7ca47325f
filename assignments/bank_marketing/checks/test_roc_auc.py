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
@pytest.mark.public
def test_the_arguments_are_left_alone(roc_auc):
    """the arguments are not changed"""
    expect(roc_auc(np.array([1, 0, 1, 0]), np.array([0.25, 0.75, 0.5, 0.625]))).leaves_its_arguments_alone()
