"""Which way weights move, and which way a penalty pulls them."""

import numpy as np
import pytest

from autograder.expectations.drawn_weights import goes_against, penalty_slopes

SLOPES = np.array([0.0, 0.0, 0.0, 0.0, 0.01, -2.0, 3.0, 4.0])


@pytest.mark.parametrize(
    ("moves", "against"),
    [
        ([0, 0, 0, 0, -1, 1, -1, -1], True),
        ([1, 1, 1, 1, -1, 1, -1, -1], True),  # a penalty moves the weights of a unit that gives 0
        ([0, 0, 0, 0, 1, 1, -1, -1], True),  # a slope of almost nothing says nothing
        ([0, 0, 0, 0, 0, 0, -1, 0], True),
        ([0, 0, 0, 0, -1, -1, 1, 1], False),
        ([0, 0, 0, 0, -1, 1e-6, 1e-6, -1], True),  # what float32 leaves of two equal moves
        ([0, 0, 0, 0, -1, 1, 1, -1], False),
        ([0, 0, 0, 0, 0, 0, 0, 0], False),
    ],
)
def test_only_clear_slopes_count(moves, against):
    assert goes_against(SLOPES, np.array(moves, float)) is against


def test_no_slope_at_all():
    assert goes_against(np.zeros(3), np.ones(3)) is False


def test_the_slopes_of_a_penalty():
    """For the squares or the sizes of the weights: in all kernels, in the last one, in all arrays, or in the last two."""
    weights = [np.array([[3.0, -1.0]]), np.array([2.0, 0.0]), np.array([[0.5], [-2.0]]), np.array([4.0])]
    (square_kernels, size_kernels, square_last, size_last, *_all, square_two, size_two) = penalty_slopes(weights, 6.0)
    assert square_kernels == pytest.approx(np.array([0.5, -2.0, 0]) * 2 * 6 / 14.25)
    assert size_kernels == pytest.approx(np.array([1, -1, 0]) * 6 / 6.5)
    assert square_last == pytest.approx(np.array([0.5, -2.0, 0]) * 2 * 6 / 4.25)
    assert size_last == pytest.approx(np.array([1, -1, 0]) * 6 / 2.5)
    assert square_two == pytest.approx(np.array([0.5, -2.0, 4]) * 2 * 6 / 20.25)
    assert size_two == pytest.approx(np.array([1, -1, 1]) * 6 / 6.5)


def test_the_slopes_of_each_penalty_of_a_size():
    """Held against the growth of the penalty itself, where one weight of the last layer after the other grows a little."""
    weights = [np.array([[1.0, -2.0]]), np.array([0.5, 0.25]), np.array([[3.0], [-1.0]]), np.array([0.75])]
    size, step, found = 0.3, 1e-6, []
    for parts in ([0, 2], [2], [0, 1, 2, 3], [2, 3]):
        for measure in (np.square, np.abs):
            at_first = sum(measure(weights[part]).sum() for part in parts)
            slopes = []
            for place, at in ((2, (0, 0)), (2, (1, 0)), (3, (0,))):
                grown = [one.copy() for one in weights]
                grown[place][at] += step
                slopes.append((sum(measure(grown[part]).sum() for part in parts) / at_first - 1) * size / step)
            found.append(slopes)
    assert np.allclose(penalty_slopes(weights, size), found, atol=1e-5)
