"""best_threshold(target, probabilities, cost, gain): the threshold with the highest profit"""

import numpy as np
import pytest

from autograder import expect, telling_inputs
from autograder.core.languages import authored, with_or

from words import OneNumber


def profits(target, probabilities, cost, gain):
    """The profit of each probability that occurs as a threshold, one customer after the other."""
    rows = list(zip(target.tolist(), probabilities.ravel().tolist(), strict=True))
    return {
        threshold: sum(gain * answer - cost for answer, probability in rows if probability >= threshold)
        for _answer, threshold in rows
    }


def fits(best_threshold, *questions, hidden=True):
    """Each answer is the highest of the best thresholds, or above all of them where calling no customer is as good."""
    answers = [best_threshold(*question) for question in questions]
    for answer, question in zip(answers, questions, strict=True):
        by_threshold = profits(*question)
        most = max(by_threshold.values())
        best = [max(threshold for threshold, profit in by_threshold.items() if profit == most)] if most >= 0 else []
        nobody = max(by_threshold) if most <= 0 else None
        expect(answer).is_a(OneNumber).is_one_of(best, above=nobody, hidden=hidden, beside=answers)


def is_best(answer, expected):
    """One of the best thresholds, the highest of them, or above all where that is as good."""
    best, nobody = expected
    expect(answer).is_a(OneNumber).is_one_of(best, above=nobody)


def in_words(expected):
    best, nobody = expected
    return with_or([*map(str, best), *([] if nobody is None else [authored("a number above {limit}", limit=nobody)])])


@telling_inputs(is_best, in_words)
def few_customers(draw):
    rows = draw.several(1, 4, lambda draw: (draw.whole(0, 1), draw.one_of([0.5, 0.25, 0.75, 0.125])))
    cost = draw.whole(1, 3)
    return np.array([answer for answer, _ in rows]), np.array([probability for _, probability in rows]), cost, cost + draw.whole(1, 5)


FOUR = np.array([1, 0, 1, 0]), np.array([0.75, 0.5, 0.25, 0.125])
SIX = np.array([0, 1, 0, 0, 1, 1]), np.array([0.375, 0.625, 0.875, 0.125, 0.25, 0.75])


@pytest.mark.points(1)
@pytest.mark.public
def test_a_few_customers(best_threshold):
    """with cost 1 and gain 3, calling from 0.25 on brings most, for four customers and for six others"""
    fits(best_threshold, (*FOUR, 1, 3), (*SIX, 1, 3), hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_dear_call(best_threshold):
    """with cost 2 and gain 3, the threshold of the same customers is higher: 0.75 and 0.625"""
    fits(best_threshold, (*FOUR, 2, 3), (*SIX, 2, 3), hidden=False)
