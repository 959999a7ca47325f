"""The words about parts of values, types and exceptions: each passes, fails, and is pinned in its wording."""

import collections
import enum
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas
import pytest
from refusals import failing, said

from autograder.expectations import Answer, expect
from autograder.expectations.answer import StudentError
from autograder.expectations.table_words import TableWords
from autograder.transport.tables import Table, TableColumn
from autograder.values import describe

Point = collections.namedtuple("Point", "x y")


@dataclass
class Fitted:
    mean: float


SERIES = Table("Series", (TableColumn("share", "float64", np.array([0.5, 0.25])),), (TableColumn(None, "str", ["a", "b"]),))
FRAME = Table("DataFrame", (TableColumn("age", "int64", np.array([58, 33])),), (TableColumn(None, "range", np.arange(2)),))
HOLDERS = {
    "tuple": ((7, 1), 0, 7),
    "list, from its end": ([1, 7], -1, 7),
    "array": (np.array([1, 7]), 1, 7),
    "dict": ({"a": 7}, "a", 7),
    "Counter": (collections.Counter("aab"), "a", 2),
    "named tuple": (Point(7, 1), "x", 7),
    "named tuple by place": (Point(7, 1), 0, 7),
    "dataclass": (Fitted(7), "mean", 7),
    "Series": (SERIES, "b", 0.25),
    "column": (FRAME, "age", [58, 33]),
    "rows of a list of arrays": ([np.zeros(2), np.ones(2)], 1, [1, 1]),
}


@pytest.mark.parametrize(("given", "key", "inside"), HOLDERS.values(), ids=HOLDERS)
def test_an_item_is_an_answer_of_its_own(gave, given, key, inside):
    value = given if isinstance(given, Table) else describe(given)
    words = gave(value).item(key)
    words.is_close_to(inside)
    assert words.answer.call == f"answer(argument)[{key!r}]"


@pytest.mark.parametrize(
    ("given", "key", "message"),
    [
        ((1, 2), 2, "f(x) gave 2 items, and so no item 2."),
        ([1], "a", "f(x) gave 1 item, and so no item 'a'."),
        ({"a": 1}, "b", "f(x) has no key 'b'; its keys are ['a']."),
        (SERIES, "c", "f(x) has no key 'c'; its keys are ['a', 'b']."),
        (FRAME, "job", "f(x) has no column 'job'; its columns are ['age']."),
        (3, 0, "f(x) gave 3 (int), which has no item 0."),
        (None, 0, "f(x) gave None. Is the return missing?"),
    ],
)
def test_an_item_that_is_not_there(given, key, message):
    assert said(given, "item", key) == message


def test_a_fixed_number_of_items(gave):
    first, second = gave(describe(Point(7, 1))).items(2)
    first.is_close_to(7)
    second.is_close_to(1)
    first, second = gave(describe((np.zeros(3), [1, 2]))).items(2)
    first.has_shape((3,))
    second.holds([1, 2])
    assert said([1], "items", 2, "(features, target)") == "f(x) gave 1 item; expected (features, target)."
    assert said({"a": 1, "b": 2}, "items", 2) == "f(x) gave {'a': 1, 'b': 2} (dict); expected 2 items."
    assert said("ab", "items", 2) == "f(x) gave 'ab' (str); expected 2 items."


NESTED = {"mean": [1.0, float("nan")], "names": ("a", None), "seen": {3}}


@pytest.mark.parametrize(
    "given",
    [
        NESTED,
        {"seen": {3}, "names": ["a", None], "mean": np.array([1.0004, np.nan])},
        collections.OrderedDict(NESTED, mean=(np.float32(1), float("nan"))),
    ],
    ids=["itself", "other forms", "an OrderedDict"],
)
def test_holds_passes_through_all_forms(gave, given):
    gave(describe(given)).holds(NESTED)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({**NESTED, "mean": [1.0, 2.0]}, "f(x) gave 2.0 at ['mean'][1]; expected nan."),
        ({**NESTED, "mean": [float("nan")] * 2}, "f(x) gave nan at ['mean'][0]; expected 1.0."),
        ({**NESTED, "mean": [True, float("nan")]}, "f(x) gave True at ['mean'][0]; expected 1.0."),
        ({**NESTED, "mean": [1.0]}, "f(x) gave 1 item at ['mean']; expected 2."),
        ({**NESTED, "mean": 1.0}, "f(x) gave 1.0 at ['mean']; expected 2 items."),
        ({**NESTED, "more": 1}, "f(x) has the key 'more', which is not expected."),
        ({"mean": NESTED["mean"]}, "f(x) has no 'names'; its keys are ['mean']."),
        ([1], "f(x) gave [1]; expected a mapping."),
        ({**NESTED, "names": ("a", "None")}, "f(x) gave 'None' (a text) at ['names'][1]; expected None."),
    ],
)
def test_holds_names_the_first_place(given, message):
    assert said(describe(given), "holds", NESTED, hidden=False) == message
    assert "expected nan" not in said(describe(given), "holds", NESTED)


def test_different_wrong_values_leave_different_evidence():
    assert failing([1, 2], "holds", [1, 3]).evidence != failing([1, 4], "holds", [1, 3]).evidence


def test_one_of_several(gave):
    gave(describe(np.float32(0.1))).is_one_of([5, 0.1])
    gave("b").is_one_of(["a", "b"])
    assert said(3, "is_one_of", [1, 2]) == "f(x) gave 3, which is not right."
    assert said(3, "is_one_of", [1, "two"], hidden=False) == "f(x) gave 3; expected 1 or 'two'."
    assert said(True, "is_one_of", [1, 2], hidden=False) == "f(x) gave True; expected 1 or 2."


def test_the_type(gave):
    gave(describe(np.int64(3))).has_type(int)
    gave(describe({1: 2})).has_type(list, dict)
    assert said(3.0, "has_type", int) == "f(x) gave 3.0 (float); expected int."
    assert said(True, "has_type", int, str) == "f(x) gave True (bool); expected int or str."


class Colour(enum.Enum):
    RED = "red"


OF_TYPE = [
    ({1, 2}, set), (frozenset({1}), frozenset), (range(3), range), (collections.deque([1]), collections.deque), (Point(1, 2), tuple),
    (collections.Counter("a"), dict), (Decimal("1.5"), Decimal), (np.float32(1), float), (np.zeros(2), np.ndarray), (b"x", bytes),
    (np.array([None, 1], object), np.ndarray), (Path("x"), Path),
]  # fmt: skip
NOT_OF_TYPE = [
    ({1, 2}, list), ((n for n in (1, 2)), list), ({"a": 1}.keys(), list), (collections.deque([1]), list), (Fitted(7), dict),
    (Colour.RED, str), (SERIES, dict), (FRAME, dict), (Path("x"), str), ((1, 2), list),
]  # fmt: skip


@pytest.mark.parametrize(("given", "kind"), OF_TYPE, ids=lambda value: str(value)[:30])
def test_a_type_is_that_of_the_value_itself(gave, given, kind):
    gave(describe(given)).has_type(kind)


@pytest.mark.parametrize(("given", "kind"), NOT_OF_TYPE, ids=lambda value: str(value)[:30])
def test_what_is_read_as_another_type_is_not_of_it(given, kind):
    value = given if isinstance(given, Table) else describe(given)
    assert said(value, "has_type", kind).endswith(f"; expected {kind.__name__}.")


@pytest.mark.parametrize("given", [Decimal("2.20"), Fraction(11, 5)])
def test_exact_numbers_are_numbers(gave, given):
    words = gave(describe(given))
    words.is_close_to(2.2)
    words.holds(2.2)
    words.is_one_of([1, 2.2])
    gave(describe({"a": [given]})).holds({"a": [2.2]})
    assert said(describe(given), "is_close_to", 2.3, hidden=False).endswith("gave 2.2; expected 2.3.")


def test_what_a_check_has_calculated_is_read_as_pythons_own(gave):
    """An expected value comes out of NumPy or pandas as often as not, and its types are nothing that a student should read."""
    gave([0, 1, 2]).holds(range(3))
    gave({"a": 1, "b": 2}).holds(pandas.Series({"a": 1, "b": 2}))
    gave({"a": 1, "b": 2}).maps(pandas.Series({"a": 1}), "label")
    gave([4, 5]).holds(pandas.Index([4, 5]))
    gave([4, 5]).item(np.int64(1)).is_close_to(np.float64(5))
    given = {np.int64(5): np.float64(2)}
    assert said({5: 1}, "maps", given, "label", hidden=False) == "f(x) gave 1 for the label 5; expected 2.0."
    assert said({6: 1}, "maps", given, "label") == "f(x) gave no label 5; its keys are [6]."
    assert said({"a": 1}, "holds", {np.str_("a"): [np.int64(2)]}, hidden=False) == "f(x) gave 1 at ['a']; expected 1 item."
    assert said(3, "is_one_of", [np.int64(1), np.float64(2)], hidden=False) == "f(x) gave 3; expected 1 or 2.0."
    assert said("abc", "says", np.str_("abd"), hidden=False) == "f(x) gave 'abc'; expected 'abd'."
    assert said([0, 1, 3], "holds", range(3)) == "f(x) gave 3 at [2], which is not right."


def test_whole_numbers_of_another_type_get_a_remark(gave):
    lists = [[1], [2, np.int8(3)], np.array([4])]
    for given, words in ((3, 0), (np.array([1, 2]), 0), (lists, 0), (3.0, 1), (np.array([True]), 1)):
        expectation = gave(describe(given))
        expectation.has_whole_numbers()
        assert len(expectation.answer.remarks) == words
    assert said(np.array([1.0, 2.5]), "has_whole_numbers") == "f(x) gave 2.5, which is not a whole number."
    assert said([float("nan")], "has_whole_numbers") == "f(x) gave nan, which is not a whole number."
    assert said("3", "has_whole_numbers") == "f(x) gave '3' (str); expected whole numbers."


def test_a_mapping_of_numbers_that_are_nearly_right(gave):
    gave(SERIES).maps({"a": 0.5, "b": 0.25004}, "value", within=1e-3, only=True)
    assert said(SERIES, "maps", {"a": 0.5, "b": 0.3}, "value", within=1e-3) == "f(x) gave 0.25 for the value 'b', which is not right."
    assert said(SERIES, "maps", {"a": 0.5}, "value", only=True) == "f(x) has the value 'b' too many."


# -- exceptions -------------------------------------------------------------------------------------------------------


def raised(kind: str, *bases: str) -> Answer:
    reply = {"type": kind, "bases": [kind, *bases, "Exception"], "message": "no root of -1"}
    return Answer("root(-1)", None, error=StudentError("root(-1)", reply, None))


def test_an_exception_that_is_expected():
    expect(raised("ValueError")).raises(ValueError)
    expect(raised("TooSmall", "ValueError")).raises(ValueError)
    expect(raised("TooSmall", "ValueError")).raises("TooSmall")
    assert said(raised("TypeError"), "raises", ValueError) == "root(-1) raised TypeError: no root of -1; expected ValueError."
    assert said(3, "raises", ValueError) == "f(x) gave 3 (int); expected that it raises ValueError."
    assert said(None, "raises", ValueError) == "f(x) gave None; expected that it raises ValueError."


def test_every_other_word_raises_the_exception_again():
    answer = raised("ValueError")
    for word in ("is_close_to", "is_a", "is_a_figure", "leaves_its_arguments_alone", "holds"):
        with pytest.raises(StudentError):
            getattr(expect(answer), word)


# -- pandas answers and the words about arrays ------------------------------------------------------------------------


def test_a_series_counts_as_its_numbers_and_is_no_array_of_numpys(gave):
    """As a tensor does: what it holds is right, and what a page does with an array later fails."""
    gave(SERIES).is_close_to([0.5, 0.25])
    assert said(SERIES, "is_an_array").startswith("f(x) gave a pandas.Series. The page continues with a NumPy array")
    assert said(FRAME, "is_an_array").startswith("f(x) gave a pandas.DataFrame.")
    assert said(SERIES, "is_close_to", [0.25, 0.5]) == "f(x) gave 0.5 at [0] (2 of 2 numbers are off)."


def test_a_table_among_other_values(gave):
    assert isinstance(gave((FRAME, 1)).item(0).is_a_table(), TableWords)


def test_an_array_without_axes_counts_as_its_number_and_one_of_a_single_number_does_not(gave):
    gave(describe({"mean": np.array(5.0)})).holds({"mean": 5.0})
    assert said(describe({"mean": np.array([5.0])}), "holds", {"mean": 5.0}, hidden=False).endswith(" at ['mean']; expected a single value.")


def test_an_index_counts_as_the_list_of_its_labels(gave):
    index = Table("Index", (TableColumn("job", "str", ["admin.", "retired"]),), ())
    gave(index).holds(["admin.", "retired"])
    assert said(index, "holds", ["admin.", "student"], hidden=False) == "f(x) gave 'retired' (a text) at [1]; expected 'student'."


@pytest.mark.parametrize("given", [{1, 2, 3}, {1, 9}, {1}, [1, 1], [2, 1, 2]], ids=repr)
def test_a_set_has_these_items_and_no_others(gave, given):
    gave(describe({"seen": {2, 1}})).holds({"seen": {1, 2}})
    failing(describe({"seen": given}), "holds", {"seen": {1, 2}})


def test_what_other_calls_gave_is_evidence_and_nothing_that_is_said():
    """Two functions that happen to give the same once leave other evidence."""
    raised = Answer("f(3)", None, error=ValueError("no"))
    one, other = ([Answer("f(1)", 4), Answer("f(2)", last)] for last in (1, 4))
    found = [failing(row[0], "holds", 3, beside=[*row, raised]) for row in (one, other)]
    assert found[0].message == found[1].message == "f(1) gave 4, which is not right."
    assert found[0].evidence != found[1].evidence
    expect(one[0]).holds(4, beside=one)
