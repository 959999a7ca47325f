"""count_labels(labels): how often each label occurs"""

import numpy as np
import pytest

from autograder import expect, telling_inputs


@telling_inputs(lambda answer, expected: expect(answer).counts(expected, "label"))
def few_labels(draw):
    return (np.array(draw.several(1, 8, lambda draw: draw.whole(0, 9)), np.uint8),)


@pytest.mark.points(1)
@pytest.mark.public
def test_a_few_labels(count_labels):
    """in 5 0 4 1 5 2 1 5 there are three 5s, two 1s, and one each of 0, 2 and 4"""
    labels = np.array([5, 0, 4, 1, 5, 2, 1, 5], np.uint8)
    expect(count_labels(labels)).counts({0: 1, 1: 2, 2: 1, 4: 1, 5: 3}, "label", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_a_few_labels")
def test_a_label_can_be_looked_up(count_labels):
    """count_labels(…)[5] gives the number of 5s"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).can_be_asked("label", "count_labels(…)[5]")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(count_labels):
    """the argument is not changed"""
    expect(count_labels(np.array([5, 0, 5, 1], np.uint8))).leaves_its_arguments_alone()
