"""Whether an argument is after a call what it was before, and in which way it is not."""

import datetime
from collections import namedtuple

import numpy as np
import pandas as pd
import pytest
from numpy.ma import masked_array

from autograder.expectations.answer import Answer
from autograder.judging.object_answers import before_call
from autograder.judging.outgoing import outgoing
from autograder.judging.same_values import UNSEEN, difference, same
from autograder.transport.wire import Described
from autograder.values import describe

Point = namedtuple("Point", "x y")
LISTS = Described("sequence", "set", ["a", "b"])
SAME = {
    "numbers": (1, 1),
    "not a number": (float("nan"), float("nan")),
    "arrays": (np.array([1.0, np.nan]), np.array([1.0, np.nan])),
    "arrays in another byte order": (np.array([1, 2], ">i4"), np.array([1, 2], "<i4")),
    "arrays of texts": (np.array(["a", "bcd"]), np.array(["a", "bcd"], "U9")),
    "lists": ([1, "a", None], [1, "a", None]),
    "dicts": ({"a": [1], "b": 2}, {"b": 2, "a": [1]}),
    "a set that comes back as a list": ({"b", "a"}, LISTS),
    "a frozen set": (frozenset("ab"), LISTS),
    "a range": (range(10, 12), Described("sequence", "range", [10, 11])),
    "a range that goes down": (range(2, 0, -1), Described("sequence", "range", [2, 1])),
    "a mapping": (Described("mapping", "Counter", {"a": 1}), Described("mapping", "Counter", {"a": 1})),
    "a masked array": (outgoing(masked_array([1, 2], [0, 1]), id), outgoing(masked_array([1, 2], [0, 1]), id)),
    "an array of objects": (outgoing(np.array([1, None, "a"], object), id), Described("array", "numpy.ndarray", [1, None, "a"])),
    "a number of NumPy's": (outgoing(np.float32(1), id), 1.0),
    **{f"nothing to compare: {kind}": (Described(kind, "", 1), 2) for kind in UNSEEN},
}
OTHER = {
    "a number": (1, 2),
    "another type": (1, True),
    "no number any more": (1.0, float("nan")),
    "an array": (np.array([1.0, 2.0]), np.array([1.0, 2.5])),
    "an array of another type": (np.array([1, 2], "<i4"), np.array([1, 2], "<i8")),
    "an array of another shape": (np.zeros((2, 3)), np.zeros((3, 2))),
    "an array of texts": (np.array(["a", "b"]), np.array(["a", "c"])),
    "a dict": ({"a": 1}, {"a": 2}),
    "a dict with another key": ({"a": 1}, {"b": 1}),
    "a set": ({"a", "c"}, LISTS),
    "a range": (range(10, 13), Described("sequence", "range", [10, 11])),
    "a mapping": (Described("mapping", "Counter", {"a": 1}), Described("mapping", "Counter", {"a": 2})),
    "a mapping that is none any more": (Described("mapping", "Counter", {"a": 1}), {"a": 1}),
    "a masked array": (outgoing(masked_array([1, 2], [0, 1]), id), outgoing(masked_array([1, 2], [1, 0]), id)),
    "an array of objects": (outgoing(np.array([1, None], object), id), Described("array", "numpy.ndarray", [1, 2])),
    "an array of objects that is none any more": (outgoing(np.array([1, None], object), id), [1, None]),
}


@pytest.mark.parametrize(("before", "after"), SAME.values(), ids=SAME)
def test_what_is_the_same_is_told_to_be_so(before, after):
    assert same(before, after) is True and difference(before, after) == ""


@pytest.mark.parametrize(("before", "after"), OTHER.values(), ids=OTHER)
def test_what_has_changed_is_noticed(before, after):
    assert same(before, after) is False and difference(before, after) == "its values are different now"


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (["b", "a"], ["a", "b"], "it has another order now"),
        ([1, 2], [1, 2, 3], "it has 3 items now, and had 2"),
        ([1, 2], [1, 3], "its values are different now"),
        ({"a": 1}, {"a": 1, "b": 2}, "it has 2 keys now, and had 1"),
        ([0] * 1200, Described("opaque", "list of 1,200 items", None), ""),
        ([0] * 1200, Described("opaque", "list of 1,199 items", None), "it has another length now"),
    ],
)
def test_in_which_way_it_has_changed_is_told(before, after, words):
    assert difference(before, after) == words


MANY = 20_000  # items, more than are described
UNTOUCHED = {
    "a masked array without a mask": masked_array([1, 2]),
    "a masked array of which nothing is masked": masked_array([1.0, 2.0], [False, False]),
    "a masked array of which all is masked": masked_array([1, 2], [True, True]),
    "a list in a list that is too long": [[1] * MANY, [2]],
    "a list in a dict that is too long": {"a": [1] * MANY},
    "a list in a tuple that is too long": ([1] * MANY, 3),
    "a set that is too long": set(range(MANY)),
    "an array of objects that is too long": np.array([None] * MANY, object),
    "lists in lists, too deep to be described": [[[[[[[[[[[1]]]]]]]]]]],
    "a whole number that is too large": [10**39, -(10**39)],
    "a Series with other values in it": pd.Series([1, "a", None, datetime.date(2026, 1, 1)]),
    "a table with lists in it": pd.DataFrame({"a": [[1, 2], [3]], "b": ["x", None]}),
}


@pytest.mark.parametrize("value", UNTOUCHED.values(), ids=UNTOUCHED)
def test_what_a_function_leaves_alone_is_the_same_however_it_travels(value):
    assert difference(outgoing(value, id), describe(value)) == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ([[1] * MANY], [[1] * (MANY + 1)]),
        ({"a": [1] * MANY}, {"a": 1}),
        (set(range(MANY)), set(range(MANY + 1))),
        ([1, 2], [1, object()]),
        ([[[[[[[[[[[1]]]]]]]]]]], [[[[[[[[1]]]]]]]]),
        (masked_array([1, 2]), masked_array([1, 3])),
        (masked_array([1, 2], [True, False]), masked_array([1, 2])),
    ],
)
def test_what_is_seen_of_a_change_is_noticed_in_what_is_too_large(before, after):
    assert difference(outgoing(before, id), describe(after)) != ""


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a", "b"], "the column 'c' is gone"),
        (["c"], "the column 'a' is gone"),
        (["a", "b", "c", "d"], "the column 'd' is new"),
        (["a", "x", "c"], "the column 'x' is new"),
        (["a", "c", "b"], "its columns have other names or another order now"),
    ],
)
def test_which_column_is_new_or_gone_is_told(names, words):
    before, after = pd.DataFrame({name: [1, 2] for name in "abc"}), pd.DataFrame({name: [1, 2] for name in names})
    assert difference(outgoing(before, id), describe(after)) == words


@pytest.mark.parametrize(
    ("values", "words"),
    [
        (pd.Categorical(["a", "b"], ["a", "b"]), ""),
        (pd.Categorical(["a", "b"], ["b", "a"]), "the values of column 'x' are different now"),
        (pd.Categorical(["a", "b"], ["a", "b", "c"]), "the values of column 'x' are different now"),
    ],
    ids=["the same", "another order", "one more"],
)
def test_the_categories_of_a_column_count(values, words):
    before = pd.DataFrame({"x": pd.Categorical(["a", "b"], ["a", "b"])})
    assert difference(outgoing(before, id), describe(pd.DataFrame({"x": values}))) == words


@pytest.mark.parametrize(
    ("given", "sent"),
    [([0] * 3, Described("opaque", "list of 3 items", None)), (Point(1, 2), (1, 2)), (Point(1, 2), [1, 2]), (3, 3), ("ab", ["a", "b"])],
    ids=["too large", "a named pair", "a named pair as a list", "a number", "a text"],
)
def test_what_is_no_plain_list_is_compared_as_it_was_sent(given, sent):
    assert before_call(given, sent) is sent


def test_a_series_with_another_name_is_said():
    before, after = pd.Series([1, 2], name="a"), pd.Series([1, 2], name="b")
    assert difference(outgoing(before, id), describe(after)) == "it has the name 'b' now"


def test_answers_that_are_passed_on_inside_of_a_list_are_compared_as_what_they_are():
    fitted = Answer("fit(x)", {"mean": [1.0]})
    given, sent = [fitted, 3], [Described("kept", "dict", (0,)), 3]
    assert difference(before_call(given, sent), [{"mean": [1.0]}, 3]) == ""
    assert difference(before_call(given, sent), [{"mean": [2.0]}, 3]) != ""
    assert difference(before_call({"a": fitted}, {"a": sent[0]}), {"a": {"mean": [1.0]}}) == ""


def test_a_table_that_became_a_column_is_said():
    assert difference(outgoing(pd.DataFrame({"a": [1, 2]}), id), describe(pd.Series([1, 2], name="a"))) == "it is a Series now"
