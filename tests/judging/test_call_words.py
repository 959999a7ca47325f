"""A call in words: as a page would write it, where that is short enough to be read."""

from datetime import date

import numpy as np
import pytest

from autograder.expectations import Answer, Callback, File
from autograder.judging.call_words import call_words, literal

WRITTEN = {
    "a text": ("a'b", '"a\'b"'),
    "a text as long as can be": ("x" * 60, repr("x" * 60)),
    "a longer text": ("x" * 61, ""),
    "an array": (np.arange(8.0).reshape(2, 4), "[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0]]"),
    "a larger array": (np.arange(9), ""),
    "an empty array": (np.zeros((0, 3)), "an empty array"),
    "a number of NumPy's": (np.float64(0.5), "0.5"),
    "nothing": (None, "None"),
    "a list": ([1, True, "a"], "[1, True, 'a']"),
    "a list of eight": ([0] * 8, "[0, 0, 0, 0, 0, 0, 0, 0]"),
    "a longer list": ([0] * 9, ""),
    "a list of what is too long": ([1, "x" * 61], ""),
    "a list of one": ([1], "[1]"),
    "a tuple of one": ((1,), "(1,)"),
    "a tuple of two": ((1, 2), "(1, 2)"),
    "a dict": ({"a": 1, 2: [3]}, "{'a': 1, 2: [3]}"),
    "a larger dict": (dict.fromkeys(range(9)), ""),
    "a dict of what is too long": ({"a": "x" * 61}, ""),
    "a file": (File("a.csv", "x"), "'a.csv'"),
    "a callback": (Callback(returns=1), "callback"),
    "an earlier answer": (Answer("fit(table)", 1), "fit(table)"),
    "an answer to a long call": (Answer("x" * 61, 1), ""),
    "a day": (date(2024, 2, 29), "datetime.date(2024, 2, 29)"),
    "anything else": (object(), ""),
    "as long as can be": (["x" * 50, "x" * 50, "x" * 48], str(["x" * 50, "x" * 50, "x" * 48])),
    "longer": (["x" * 50, "x" * 50, "x" * 49], ""),
}


@pytest.mark.parametrize(("value", "text"), WRITTEN.values(), ids=WRITTEN)
def test_a_value_is_written_as_a_page_would(value, text):
    assert literal(value) == text


@pytest.mark.parametrize(("show", "words"), [(True, "scale([1], images)"), (False, "scale(factor, images)")])
def test_an_argument_has_its_name_where_its_value_is_hidden_or_long(show, words):
    assert call_words("scale", {"factor": [1], "images": np.zeros(9)}, show) == words
