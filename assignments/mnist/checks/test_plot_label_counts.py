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
