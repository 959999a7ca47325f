"""When two values are the same."""

import numpy as np
import pytest
from refusals import said

from autograder.expectations import Answer
from autograder.expectations.value_words import is_equal

PAIRS = {
    "a list and a tuple": ([1, 2], (1, 2), True),
    "an array and a list": (np.array([1, 2]), [1, 2], True),
    "a list that is shorter": ([1], [1, 2], False),
    "a list that is longer": ([1, 2, 3], [1, 2], False),
    "a number and a list": (1, [1], False),
    "a text and a list": ("ab", ["a", "b"], False),
    "lists in lists": ([[1], [2, 3]], [[1], [2, 4]], False),
    "a set in any order": ([2, 1], {1, 2}, True),
    "a set with another thing": ([2, 3], {1, 2}, False),
    "a whole number and a float": (2, 2.0, True),
    "a truth value and a number": (True, 1, False),
    "a number and a text": (1, "1", False),
}


@pytest.mark.parametrize(("given", "expected", "is_it"), PAIRS.values(), ids=PAIRS)
def test_is_equal(given, expected, is_it):
    assert is_equal(given, expected) is is_it


def test_a_large_array_among_a_few_items_is_told_by_its_shape():
    text = said(Answer("f(x)", (np.zeros((40, 1)), 0.25)), "is_an_array")
    assert "an array of shape (40, 1), 0.25 (tuple)" in text
