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


@few_customers.right
def slowly(target, probabilities, threshold):
    """Count one customer after the other."""
    called = yes = both = 0
    for answer, probability in zip(target.tolist(), probabilities.ravel().tolist(), strict=True):
        called += probability >= threshold
        yes += answer == 1
        both += probability >= threshold and answer == 1
    return both / called if called else 0.0, both / yes if yes else 0.0


def customers(rng, count, share=0.2):
    """Customers, and probabilities that are exact in float32 and say a little about the answers."""
    target = (rng.permutation(count) < round(share * count)).astype(int)
    return target, ((rng.integers(1, 48, count) + 15 * target) / 64).astype(np.float32)


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
def test_who_has_exactly_the_threshold_is_called(precision_and_recall):
    """a customer with exactly the threshold is called"""
    expect(precision_and_recall(TARGET, PROBABILITIES, 0.375)).is_a(Scores).are(*slowly(TARGET, PROBABILITIES, 0.375))


@pytest.mark.points(1)
def test_any_threshold(precision_and_recall, rng):
    """the scores are right for every threshold"""
    for threshold in (0.09375, 0.3, 0.703125):
        target, probabilities = customers(rng, 237)
        answer = precision_and_recall(target, probabilities, threshold)
        expect(answer).is_a(Scores).are(*slowly(target, probabilities, threshold))


@pytest.mark.points(1)
def test_a_column_of_probabilities(precision_and_recall, rng):
    """probabilities may be one column, as model.predict gives them"""
    target, probabilities = customers(rng, 131)
    answer = precision_and_recall(target, probabilities.reshape(-1, 1), 0.453125)
    expect(answer).is_a(Scores).are(*slowly(target, probabilities, 0.453125))


@pytest.mark.points(1)
def test_nobody_is_called_or_nobody_says_yes(precision_and_recall, rng):
    """where no customer is called, or no customer says yes, the score that cannot be divided is 0.0"""
    target, probabilities = customers(rng, 40)
    expect(precision_and_recall(target, probabilities, 1.5)).is_a(Scores).are(0.0, 0.0)
    expect(precision_and_recall(np.zeros(40, int), probabilities, 0.25)).is_a(Scores).are(0.0, 0.0)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(precision_and_recall):
    """the arguments are not changed"""
    target, probabilities = np.array([0, 1, 0, 1]), np.array([0.25, 0.75, 0.5, 0.625])
    expect(precision_and_recall(target, probabilities, 0.5)).leaves_its_arguments_alone()
