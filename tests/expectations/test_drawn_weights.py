"""Which way weights move."""

import numpy as np
import pytest

from autograder.expectations.drawn_weights import goes_against

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
