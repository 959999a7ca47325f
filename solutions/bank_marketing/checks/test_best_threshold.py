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


@few_customers.right
def best_of(target, probabilities, cost, gain):
    by_threshold = profits(target, probabilities, cost, gain)
    most = max(by_threshold.values())
    best = [max(threshold for threshold, profit in by_threshold.items() if profit == most)] if most >= 0 else []
    return best, max(by_threshold) if most <= 0 else None


def customers(rng, count, share=0.2):
    """Customers, and probabilities that are exact in float32 and say a little about the answers."""
    target = (rng.permutation(count) < round(share * count)).astype(int)
    return target, ((rng.integers(1, 190, count) + 60 * target) / 256).astype(np.float32)


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


@pytest.mark.points(1)
@pytest.mark.parametrize(("cost", "gain"), [(1, 4), (5, 40)])
def test_any_cost_and_gain(best_threshold, rng, cost, gain):
    """the threshold is the best one for any cost and gain, even if probabilities are equal or everybody is called"""
    questions = [customers(rng, count) for count in (211, 150, 83)]
    noes = gain // cost  # of the same probability as a yes: together they lose money
    for answers, probabilities in (([1] + noes * [0] + [1], (noes + 1) * [0.75] + [0.5]), ([1, 0, 1], [0.25, 0.75, 0.5])):
        both = np.array(answers), np.array(probabilities, np.float32)
        questions += [both, (both[0][::-1].copy(), both[1][::-1].copy())]
    fits(best_threshold, *((*both, cost, gain) for both in questions))


@pytest.mark.points(1)
def test_the_highest_of_equals(best_threshold, rng):
    """of several thresholds with the same profit, the highest one is returned"""
    questions = []
    for _ in range(3):
        low, high = np.sort(rng.permutation(np.arange(2, 30))[:2]) / 64
        questions.append((np.array([0, 1, 0, 1, 0]), np.array([low, 0.75, high, 0.5, 0.625]), 2, 4))
    questions.append((np.array([1, 0, 1]), np.array([0.25, 0.5, 0.75]), 2, 4))
    questions.append((np.array([1, 1, 0, 1, 0]), np.array([0.875, 0.75, 0.5, 0.25, 0.125]), 1, 2))
    questions.append((np.array([1, 0, 1, 0, 0, 1]), np.array([0.875, 0.75, 0.625, 0.5, 0.375, 0.25]), 3, 4))
    fits(best_threshold, *questions)


@pytest.mark.points(1)
def test_calling_nobody(best_threshold, rng):
    """where every call loses money, the threshold is above all probabilities"""
    sure = np.array([0, 1, 0, 0]), np.array([1.0, 0.5, 0.75, 0.0])
    dear = [customers(rng, count, share=0.1) for count in (60, 41, 52, 33, 47)]
    fits(best_threshold, (*customers(rng, 90), 1, 6), *((*both, 7, 5) for both in (*dear, sure)))


@pytest.mark.points(1)
def test_a_column_of_probabilities(best_threshold, rng):
    """probabilities may be one column, as model.predict gives them, and the arguments are not changed"""
    (target, probabilities), (others, more) = customers(rng, 97), customers(rng, 74)
    fits(best_threshold, (others, more, 2, 9), (target, probabilities.reshape(-1, 1), 2, 9))
    expect(best_threshold(target, probabilities.reshape(-1, 1), 2, 9)).leaves_its_arguments_alone()
