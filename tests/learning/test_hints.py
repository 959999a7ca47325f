"""One more hint at each time, mildest first."""

import doctest

import pytest

from autograder.learning import hints

THREE = ["Look.", "Think.", "Divide."]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Hint 1 of 3: Look.\nThere are 2 more hints. Try this one before you ask again."),
        (1, "Hint 1 of 3: Look.\nThere are 2 more hints. Try this one before you ask again."),
        (2, "Hint 2 of 3: Think.\nThere is one more hint. Try this one before you ask again."),
        (3, "Hint 3 of 3: Divide.\nThis was the last hint."),
        (99, "Hint 3 of 3: Divide.\nThis was the last hint."),
    ],
)
def test_the_hint_that_is_due_and_how_many_are_left(number, words):
    assert hints.nth("halve", THREE, number) == words


def test_no_hints_is_said_too():
    assert hints.nth("halve", [], 1).startswith("There are no hints for halve.")


def test_the_examples_are_true():
    assert doctest.testmod(hints).failed == 0
