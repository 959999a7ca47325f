"""What an answer says of itself."""

import numpy as np
import pytest

from autograder.expectations import Answer
from autograder.expectations.answer import fail_closed
from autograder.transport.tables import Table, TableColumn
from autograder.transport.wire import Described

COLUMN = TableColumn("age", "int64", np.array([58, 33]))
VALUES = {
    "a table": (Table("DataFrame", (COLUMN,), (TableColumn(None, "range", np.arange(2)),)), "table", "pandas.DataFrame"),
    "a series": (Table("Series", (COLUMN,), (TableColumn(None, "range", np.arange(2)),)), "series", "pandas.Series"),
    "described": (Described("model", "Sequential", {}), "model", "Sequential"),
    "plain": ({"a": 1}, "dict", "dict"),
    "nothing": (None, "NoneType", "NoneType"),
}


@pytest.mark.parametrize(("value", "kind", "type_name"), VALUES.values(), ids=VALUES)
def test_an_answer_is_called_by_its_kind_and_its_type(value, kind, type_name):
    answer = Answer("f()", value)
    assert (answer.kind, answer.type_name) == (kind, type_name)


NOTES = {
    "changes": {"a": "longer"},
    "remarks": ["fine"],
    "suspicions": ["odd"],
    "fingerprints": ["f00"],
    "measurements": {"accuracy": 0.5},
    "worked_out": {"sum": 3},
    "handed": {"a": "f00"},
    "compared": [None],
}


@pytest.mark.parametrize("name", NOTES)
def test_what_is_noted_about_an_answer_makes_it_no_other_one(name):
    assert Answer("f()", 3) == Answer("f()", 3, **{name: NOTES[name]}) != Answer("f()", 4)


def test_only_what_a_check_calls_fails_closed():
    class Words:
        LIMIT = 3

        def fail(self, text, evidence):
            raise AssertionError(evidence)

        def odd(self):
            return self._odd()

        def _odd(self):
            return 1 // 0

    plain = Words._odd
    fail_closed(Words)
    assert Words.LIMIT == 3 and Words._odd is plain
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        Words().odd()
