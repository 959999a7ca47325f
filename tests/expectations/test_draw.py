"""Values out of choices: the same choices give the same value, and any choices give one that the maker can make."""

import numpy as np
import pytest

from autograder.expectations.draw import Draw, RandomDraw


def pairs(draw):
    return draw.several(1, 4, lambda draw: (draw.whole(3, 9), draw.one_of("abc")))


def test_the_choices_of_a_random_value_make_it_again():
    rng = np.random.default_rng(1)
    for _ in range(50):
        random = RandomDraw(rng, 0.6)
        value = pairs(random)
        again = Draw(random.choices)
        assert pairs(again) == value and again.items == random.items and again.choices == random.choices


def test_without_choices_the_simplest_value_is_made():
    assert pairs(Draw()) == [(3, "a")]
    assert Draw().grid((2, 3), lambda draw: draw.whole(0, 9)) == [[0]]


def test_choices_that_are_too_large_become_the_largest_and_no_length_is_passed():
    values = pairs(Draw([9] * 40))
    assert values == [(9, "c")] * 4


def test_an_item_is_taken_out_with_its_choices():
    draw = Draw([1, 0, 0, 1, 1, 1, 1, 2, 2])
    assert pairs(draw) == [(3, "a"), (4, "b"), (5, "c")]
    start, end = draw.items[1]
    assert pairs(Draw(draw.choices[:start] + draw.choices[end:])) == [(3, "a"), (5, "c")]


def test_nothing_to_choose_from_is_the_makers_fault():
    with pytest.raises(ValueError, match="nothing to choose"):
        Draw().one_of([])
