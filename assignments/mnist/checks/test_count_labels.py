"""count_labels(labels): how often each label occurs"""

import numpy as np
import pytest

from autograder import expect


@pytest.mark.points(1)
@pytest.mark.public
def test_a_few_labels(count_labels):
    """5 0 5 1 holds one 0, one 1 and two 5s"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).counts({0: 1, 1: 1, 5: 2}, "label", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(count_labels):
    """the argument is left alone"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).leaves_its_arguments_alone()
