"""The words about counts: each passes, fails, and is pinned in its wording."""

import collections

import numpy as np
import pytest
from refusals import TENSOR, failing, said

from autograder.expectations.answer import Failure
from autograder.expectations.count_words import counts_in
from autograder.transport.tables import Table, TableColumn
from autograder.transport.wire import Described
from autograder.values import describe

LABELS = np.array([5, 1, 5, 3], np.uint8)
FORMS = {
    "Counter": collections.Counter(LABELS),
    "dict": {1: 1, 3: 1, 5: 2},
    "dict with zeros": dict.fromkeys(range(10), 0) | {1: 1, 3: 1, 5: 2},
    "dict of text keys": {"1": 1, "3": 1, "5": 2},
    "floats": {1.0: 1.0, 3.0: 1.0, 5.0: 2.0},
    "np.unique": np.unique(LABELS, return_counts=True),
    "two lists": ([1, 3, 5], [1, 1, 2]),
    "np.unique as a list": list(np.unique(LABELS, return_counts=True)),
    "np.unique as an array": np.array(np.unique(LABELS, return_counts=True)),
    "columns": np.column_stack(np.unique(LABELS, return_counts=True)),
    "bincount": np.bincount(LABELS),
    "bincount of ten": np.bincount(LABELS, minlength=10),
    "list by label": np.bincount(LABELS).tolist(),
    "sorted items": sorted(collections.Counter(LABELS.tolist()).items()),
    "most common": collections.Counter(LABELS).most_common(),
    "items view": collections.Counter(LABELS).items(),
    "zip": zip(*np.unique(LABELS, return_counts=True), strict=True),
}


@pytest.mark.parametrize("given", FORMS.values(), ids=FORMS)
def test_counts_passes_in_every_usual_form(gave, given):
    value = describe(given)
    gave(value).counts({1: 1, 3: 1, 5: 2}, "label")
    failing(value, "counts", {1: 1, 3: 1, 5: 3}, "label")


@pytest.mark.parametrize(
    "given",
    [
        "5",
        5,
        [[1, 2, 3]],
        {"a": 1},
        {1: "many"},
        {1: None},
        {1: True},
        np.zeros((2, 3, 4)),
        {1: float("nan")},
        {1: [2]},
    ],
    ids=repr,
)
def test_what_is_in_no_way_counts_is_told(given):
    message = said(given, "counts", {1: 1}, "label")
    assert message.startswith("f(x) gave ") and "Expected the number of times that each label occurs" in message


MAPPINGS = {
    "dict": {5: 2, 0: 1},
    "Counter": collections.Counter([5, 5, 0]),
    "NumPy keys": {np.uint8(5): 2, np.uint8(0): 1},
    "series": Described("mapping", "pandas.Series", {5: 2, 0: 1}),
}
PLACES = {"list": [1, 0, 0, 0, 0, 2], "array": np.array([1, 0, 0, 0, 0, 2]), "tensor": TENSOR}
NOT_ASKED = {
    "two arrays": ((np.array([0, 5]), np.array([1, 2])), "two sequences, one of what occurs and one of how often"),
    "pairs": ([(0, 1), (5, 2)], "a list of pairs"),
    "three pairs": (((0, 1), (5, 2), (6, 1)), "a list of pairs"),
    "a table": (np.array([[0, 1], [5, 2]]), "a table of two columns"),
    "texts": ({"0": 1, "5": 2}, "a dict whose keys are texts"),
}


@pytest.mark.parametrize("given", MAPPINGS.values(), ids=MAPPINGS)
def test_a_mapping_can_be_asked(gave, given):
    expectation = gave(given)
    expectation.can_be_asked("label", "f(x)[5]")
    assert expectation.answer.remarks == []


@pytest.mark.parametrize("given", PLACES.values(), ids=PLACES)
def test_what_is_asked_by_place_gets_a_remark(gave, given):
    expectation = gave(given)
    expectation.can_be_asked("label", "f(x)[5]")
    assert "its places are the labels. The page asks for a mapping" in expectation.answer.remarks[0]


@pytest.mark.parametrize(("given", "form"), NOT_ASKED.values(), ids=NOT_ASKED)
def test_counts_in_a_form_that_cannot_be_asked_are_told(given, form):
    """The numbers are right, and the example of the description fails."""
    failure = failing(given, "can_be_asked", "label", "f(x)[5]")
    assert failure.message == (
        f"f(x) gave {form}. The numbers are right, but f(x)[5] does not find the number of a label in it. "
        "Expected a mapping, such as a Counter or a dict."
    )
    assert failure.evidence == ("form", form)


@pytest.mark.parametrize("texts", [False, True])
def test_counts_that_are_texts_are_told(gave, texts):
    """They cannot be added up, although each of them is right."""
    gave({5: "2", 1: "1"}).counts({5: 2, 1: 1}, "label")
    failure = failing({5: "2", 1: "1"}, "can_be_asked", "label", "f(x)[5]", texts=texts)
    assert failure.message == "f(x) gave a dict whose numbers are texts: f(x)[5] is then a text, which cannot be added up. Expected numbers."
    assert failure.evidence == ("form", "a dict whose numbers are texts")


def test_counts_of_the_first_ones_are_told():
    labels = np.array([3, 3, 5, 3, 1])
    first = failing({3: 2, 5: 1}, "counts", {3: 3, 5: 1, 1: 1}, "label", of=labels)
    assert first.message == "f(x) counts only the first 3 of 5 labels."
    assert first.evidence == ("first ones",)
    assert failing({3: 2, 5: 2}, "counts", {3: 3, 5: 1, 1: 1}, "label", of=labels).evidence == {3: 2, 5: 2}


def test_right_counts_of_some_are_told_without_the_others():
    assert said({3: 3}, "counts", {3: 3, 5: 1}, "label") == (
        "f(x) counts 1 label, each of them right, but leaves out others that occur."
    )


def test_no_counts_and_zeros_are_two_things():
    assert said({}, "counts", {3: 3}, "label") == "f(x) counts nothing; it was given 3 labels."
    assert said({3: 0}, "counts", {3: 3}, "label") == "f(x) says 0 for everything; it was given 3 labels."
    assert failing({}, "counts", {3: 3}, "label").evidence != failing({3: 0}, "counts", {3: 3}, "label").evidence


def test_counts_names_the_first_wrong_thing_and_both_sums():
    message = said({1: 1, 5: 1}, "counts", {1: 1, 5: 2}, "label", hint="Look at 5.")
    assert message == (
        "f(x) says that label 5 occurs once, which is not right. Its counts add up to 2; it was given 3 labels. Look at 5."
    )


def test_counts_says_when_something_does_not_occur_at_all():
    message = said({1: 1, 7: 4}, "counts", {1: 1}, "label")
    assert "label 7 occurs 4 times, which is not right. There is no label 7." in message


def test_the_evidence_of_counts_is_the_counts_read():
    assert failing({"5": 1.0, 3: 0}, "counts", {5: 2}, "label").evidence == {5: 1}


def test_counts_are_read_the_same_from_a_pair_and_from_pairs():
    assert counts_in((np.array([3, 5]), np.array([1, 2])), "label", "f(x)") == {3: 1, 5: 2}
    assert counts_in([(3, 1), (5, 2)], "label", "f(x)") == {3: 1, 5: 2}


TEXTS = {
    "Counter": collections.Counter(["a", "b", "a"]),
    "dict with zeros": {"a": 2, "b": 1, "c": 0},
    "np.unique": np.unique(np.array(["a", "b", "a"]), return_counts=True),
    "pairs": [("a", 2), ("b", 1)],
}


@pytest.mark.parametrize("given", TEXTS.values(), ids=TEXTS)
def test_texts_are_counted_in_every_usual_form(gave, given):
    value = describe(given)
    gave(value).counts({"a": 2, "b": 1}, "word")
    failing(value, "counts", {"a": 2, "b": 2}, "word")


def test_wrong_counts_of_texts_are_told():
    message = said({"a": 2, "c": 1}, "counts", {"a": 2, "b": 1}, "word", hidden=False)
    assert message.startswith("f(x) says that word 'b' occurs 0 times; expected once.")
    assert "There is no word 'c'." in said({"a": 2, "b": 1, "c": 1}, "counts", {"a": 2, "b": 1}, "word")


def test_a_text_stays_a_text_where_texts_are_counted(gave):
    gave({"5": 1}).counts({"5": 1, "x": 0}, "sign")
    gave({"5": 1, "x": 2}).can_be_asked("sign", "f(x)['x']", texts=True)
    failing({"5": 1}, "can_be_asked", "label", "f(x)[5]")


def test_a_long_series_in_which_one_label_occurs_twice_is_looked_through_once():
    class Label(str):
        looked = 0

        def __eq__(self, other):
            Label.looked += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    labels = [*map(Label, map(str, range(200))), Label("199")]
    series = Table("Series", (TableColumn(None, "int64", np.ones(201, np.int64)),), (TableColumn(None, "str", labels),))
    with pytest.raises(Failure, match="in which the label '199' occurs twice"):
        counts_in(series, "label", "f(x)")
    assert Label.looked < 1000
