"""Telling inputs: always the same, the simplest first, and none without a right value."""

import numpy as np

from autograder.expectations import expect
from autograder.expectations.answer import Answer
from autograder.expectations.small_inputs import LONGEST_GIVEN, telling_inputs


def made(words=None):
    @telling_inputs(lambda answer, expected: expect(answer).is_close_to(expected), words)
    def few(draw):
        return (np.array(draw.several(0, 5, lambda draw: draw.whole(0, 9))),)

    @few.right
    def mean(numbers):
        if not len(numbers):
            raise ValueError("there is no mean of nothing")
        return np.float64(sum(numbers.tolist()) / len(numbers))

    return few, mean


def test_the_same_inputs_each_time_the_simplest_first():
    first, second = made()[0].simple(), made()[0].simple()
    assert [(one.shown, one.expected) for one in first] == [(one.shown, one.expected) for one in second]
    assert [one.cost for one in first] == sorted(one.cost for one in first)
    assert len({one.shown for one in first}) == len(first)
    assert max(one.numbers for one in first) == 5  # the others are not all small


def test_the_cost_of_an_input_is_how_many_numbers_it_shows_and_none_costs_more_than_one():
    few, _ = made()
    none, one, three = (few.known(choices, 0.0) for choices in ([0], [1, 4], [1, 4, 1, 4, 1, 4]))
    assert [each.numbers for each in (none, one, three)] == [0, 1, 3]
    assert one.cost < none.cost < three.cost


def test_an_input_without_a_right_value_is_not_tried():
    few, _ = made()
    assert all(one.numbers for one in few.simple())
    assert few.example([0]) is None


def test_the_right_function_can_still_be_called_and_its_value_is_plain():
    few, mean = made()
    assert mean(np.array([1, 3])) == 2
    assert type(few.example([1, 4]).expected) is float


def test_the_message_says_what_was_given_and_what_is_right():
    few, _ = made()
    one = few.example([1, 4, 1, 1])
    assert few.message("mean", one, Answer("mean(numbers)", 5.0)) == "mean([4, 1]) gave 5.0; expected 2.5."
    assert few.message("mean", one, Answer("mean(numbers)", 2.5)) == ""
    assert few.message("mean", one, Answer("mean(numbers)", None)) == "mean([4, 1]) gave None; expected 2.5."
    long = few.message("mean", one, Answer("mean(numbers)", list(range(500))))
    assert len(long) < LONGEST_GIVEN + 60 and f" gave {str(list(range(500)))[:LONGEST_GIVEN]} …; expected 2.5." in long


def test_an_expected_value_can_have_its_own_words():
    few, _ = made(lambda expected: f"{expected} or a little more")
    assert few.message("mean", few.example([1, 4]), Answer("mean(numbers)", 5)) == "mean([4]) gave 5; expected 4.0 or a little more."


def test_an_input_of_known_choices_needs_no_right_function():
    few, _ = made()
    few.right_value = None
    assert few.known([1, 4, 1, 1], 2.5).shown == "[4, 1]"
