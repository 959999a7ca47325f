"""precision_and_recall(target, probabilities, threshold): how good the calls are if everybody from a threshold on is called"""

import numpy as np
import pytest

from autograder import expect, telling_inputs

from words import Scores

TARGET = np.array([1, 0, 1, 0, 1, 0, 0, 1])
PROBABILITIES = np.array([0.875, 0.75, 0.75, 0.625, 0.375, 0.25, 0.125, 0.125], np.float32)


@telling_inputs(lambda answer, expected: expect(answer).is_a(Scores).are(*expected))
def few_customers(draw):
    rows = draw.several(1, 4, lambda draw: (draw.whole(0, 1), draw.one_of([0.5, 0.25, 0.75])))
    return np.array([answer for answer, _ in rows]), np.array([probability for _, probability in rows], np.float32), draw.one_of([0.5, 0.25, 0.8])


@pytest.mark.points(1)
@pytest.mark.public
def test_eight_customers(precision_and_recall):
    """from 0.5 on, four of eight customers are called: two of them say yes, and two of the four yes are called"""
    target = np.array([1, 0, 1, 0, 1, 0, 0, 1])
    probabilities = np.array([0.875, 0.75, 0.75, 0.625, 0.375, 0.25, 0.125, 0.125])
    expect(precision_and_recall(target, probabilities, 0.5)).is_a(Scores).are(2 / 4, 2 / 4, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_precision_comes_first(precision_and_recall):
    """from 0.8 on, only one customer is called, who says yes: precision 1, recall 1/4"""
    expect(precision_and_recall(TARGET, PROBABILITIES, 0.8)).is_a(Scores).are(1.0, 1 / 4, hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(precision_and_recall):
    """the arguments are not changed"""
    target, probabilities = np.array([0, 1, 0, 1]), np.array([0.25, 0.75, 0.5, 0.625])
    expect(precision_and_recall(target, probabilities, 0.5)).leaves_its_arguments_alone()
