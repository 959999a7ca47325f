"""The words about texts: each passes, fails, and is pinned in its wording."""

import numpy as np
import pytest
from refusals import failing, said

from autograder.values import describe


@pytest.mark.parametrize(
    ("given", "settings"),
    [
        ("two words", {}),
        (" two\n  words\t", {"any_blanks": True}),
        ("Two Words", {"any_case": True}),
        (np.str_("TWO   words"), {"any_case": True, "any_blanks": True}),
    ],
)
def test_a_text_as_strictly_as_the_check_asks(gave, given, settings):
    gave(describe(given)).says("two words", **settings)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("two  words", "f(x) gave 'two words', which is not right. Only blanks or line breaks are different."),
        ("Two words", "f(x) gave 'Two words', which is not right. Only capital and small letters are different."),
        ("three", "f(x) gave 'three', which is not right."),
        (3, "f(x) gave 3; expected a text."),
        (["two words"], "f(x) gave ['two words'] (list); expected a text."),
        (None, "f(x) gave None. Is the return missing?"),
    ],
)
def test_what_another_text_is_told(given, message):
    assert said(given, "says", "two words") == message


def test_words_are_neither_joined_nor_divided():
    assert "Only blanks" in said("twowords", "says", "two words", any_blanks=True)
    assert said("two words", "says", "Two words").endswith("Only capital and small letters are different.")
    assert said("a", "says", "b", hidden=False) == "f(x) gave 'a'; expected 'b'."
    assert failing("a", "says", "b").evidence != failing("c", "says", "b").evidence


def test_parts_of_a_text(gave):
    gave("The mean is 3.5").mentions("MEAN", "3.5")
    assert said("mean", "mentions", "mean", "3.5", hidden=False) == "f(x) gave 'mean'; expected '3.5' in it."
    assert said("mean", "mentions", "3.5") == "f(x) gave 'mean'; something is missing in it."
    assert "expected 'Mean'" in said("mean", "mentions", "Mean", any_case=False, hidden=False)
