"""plot_label_counts(train_labels, test_labels): how often each digit occurs, in the training set and in the test set"""

import numpy as np
import pytest

from autograder import expect


def labels_of(counts, rng):
    return rng.permutation(np.repeat(list(counts), list(counts.values()))).astype(np.uint8)


def some_counts(rng, digits, low, high):
    return {
        int(digit): int(count) for digit, count in zip(digits, rng.permutation(np.arange(low, high))[:10], strict=False)
    }


@pytest.fixture(scope="module")
def train(module_rng):
    return some_counts(module_rng, range(10), 300, 400)


@pytest.fixture(scope="module")
def test(module_rng):
    return some_counts(module_rng, range(10), 40, 70)


@pytest.fixture(scope="module")
def others(module_rng):
    """For a second call: counts where some digits do not occur."""
    return some_counts(module_rng, [0, 1, 2, 4, 5, 7, 9], 200, 260), some_counts(module_rng, [0, 1, 3, 4, 5, 8], 30, 60)


@pytest.fixture(scope="module")
def figures(plot_label_counts, train, test, others, module_rng):
    """Two calls in one cell."""
    calls = [tuple(labels_of(counts, module_rng) for counts in pair) for pair in [(train, test), others]]
    return plot_label_counts.in_a_row(*calls)


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(1)
@pytest.mark.public
def test_one_figure(figure):
    """the function returns one Matplotlib Figure"""
    expect(figure).is_a_figure()


@pytest.mark.points(1)
@pytest.mark.public
def test_the_arguments_are_left_alone(figure):
    """the labels are not changed"""
    expect(figure).leaves_its_arguments_alone()


@pytest.mark.points(2)
@pytest.mark.after("test_one_figure")
def test_the_training_set(figure, train):
    """the training set: the count of each digit is drawn above that digit"""
    expect(figure).is_a_figure().draws_counts(train, "training set")


@pytest.mark.points(2)
@pytest.mark.after("test_one_figure")
def test_the_test_set(figure, test):
    """the test set: the count of each digit is drawn above that digit"""
    expect(figure).is_a_figure().draws_counts(test, "test set")


@pytest.mark.points(1)
@pytest.mark.after("test_the_test_set")
def test_both_can_be_seen(figure, train, test):
    """no bar is hidden behind another one"""
    expect(figure).is_a_figure().shows_both(train, test)


@pytest.mark.points(1)
@pytest.mark.after("test_one_figure")
def test_each_call_makes_its_own_figure(figures):
    """two calls in one cell make two figures"""
    expect(figures[1]).is_a_figure().is_of_its_own()


@pytest.mark.points(1)
@pytest.mark.after("test_each_call_makes_its_own_figure")
def test_digits_that_do_not_occur(figures, others):
    """if some digits do not occur, the others keep their places, even if the last one is missing"""
    figure = expect(figures[1]).is_a_figure()
    figure.draws_counts(others[0], "training set")
    figure.draws_counts(others[1], "test set")
