"""The words about tables: each passes, fails, and is pinned in its wording."""

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.transport.tables import Table, TableColumn

ROWS = {"age": [58, 33, 44], "job": ["cook", None, "cook"], "share": [0.5, float("nan"), 0.25]}


def table(**columns):
    kinds = {"age": "int64", "share": "float64", "day": "datetime64[ns]"}
    made = [
        TableColumn(name, kinds.get(name, "object"), np.array(values) if name in kinds and type(values[0]) is not str else values)
        for name, values in columns.items()
    ]
    return Table("DataFrame", tuple(made), (TableColumn(None, "int64", np.array([7, 7, 9])[: len(made[0])]),))


def words(**columns):
    return expect(Answer("f(x)", table(**columns))).is_a_table()


def said(word, *arguments, **settings):
    with pytest.raises(Failure) as caught:
        word(*arguments, **settings)
    return caught.value.message


def test_what_is_no_table():
    series = Table("Series", (TableColumn("age", "int64", np.arange(2)),), (TableColumn(None, "range", np.arange(2)),))
    for given, text in (
        (series, "f(x) gave a pandas Series of 2 whole numbers; expected a DataFrame."),
        ([1], "f(x) gave [1] (list); expected a DataFrame."),
        (None, "f(x) gave None. Is the return missing?"),
    ):
        assert said(expect(Answer("f(x)", given)).is_a_table) == text


def test_columns():
    given = words(**ROWS)
    given.has_columns(["age", "job", "share"])
    given.has_columns(["job", "share", "age"], any_order=True)
    assert said(given.has_columns, ["age", "y"]) == "f(x) has no column 'y'; its columns are ['age', 'job', 'share']."
    assert said(given.has_columns, ["age", "job"]) == "f(x) has a column 'share' too many; expected the columns ['age', 'job']."
    assert "expected the order ['job', 'share', 'age']" in said(given.has_columns, ["job", "share", "age"])
    twice = Table("DataFrame", (TableColumn("a", "int64", np.arange(1)),) * 2, (TableColumn(None, "range", np.arange(1)),))
    assert said(expect(Answer("f(x)", twice)).is_a_table().has_columns, ["a"]) == "f(x) has the column 'a' more than once."


def test_rows_and_types():
    given = words(**ROWS)
    given.has_rows(3)
    assert said(given.has_rows, 4) == "f(x) gave 3 rows; expected 4."
    given.has_types({"age": "numbers", "job": "text", "share": "numbers"})
    assert said(given.has_types, {"job": "numbers"}) == "f(x) gave text in the column 'job'; expected numbers."
    assert said(given.has_types, {"share": "whole numbers"}) == "f(x) gave numbers in the column 'share'; expected whole numbers."
    category = TableColumn("job", "category", ["cook", None], None, TableColumn(None, "object", ["cook"]))
    frame = Table("DataFrame", (category,), (TableColumn(None, "range", np.arange(2)),))
    expect(Answer("f(x)", frame)).is_a_table().has_types({"job": "text"})


def test_the_same_rows_in_order():
    given = words(**ROWS)
    given.has_the_rows(ROWS)
    given.has_the_rows({name: ROWS[name] for name in ("job", "age", "share")}, any_column_order=True)
    wrong = {**ROWS, "job": ["cook", None, "clerk"]}
    assert said(given.has_the_rows, wrong) == "f(x) gave 'cook' in the column 'job', row 2, which is not right (1 of 3 rows are off)."
    assert "row 2; expected 'clerk'" in said(given.has_the_rows, wrong, hidden=False)
    assert "gave nothing in the column 'job', row 1" in said(given.has_the_rows, {**ROWS, "job": ["cook", "x", "cook"]})
    assert "gave 0.5 in the column 'share', row 0; expected nothing" in said(
        given.has_the_rows, {**ROWS, "share": [float("nan")] * 2 + [0.25]}, hidden=False
    )


def test_numbers_that_are_texts_are_named():
    given = words(**{**ROWS, "age": ["58", "33", "44"]})
    assert "gave '58', a text, in the column 'age', row 0" in said(given.has_the_rows, ROWS)


def test_the_same_rows_in_any_order():
    mixed = words(**{name: [values[place] for place in (2, 0, 1)] for name, values in ROWS.items()})
    mixed.has_the_rows(ROWS, any_order=True)
    assert "row 0" in said(mixed.has_the_rows, ROWS)
    twice = words(**{name: [values[0], values[0], values[1]] for name, values in ROWS.items()})
    assert said(twice.has_the_rows, ROWS, any_order=True) == "f(x) has (58, 'cook', 0.5) in row 1, which is not among the expected rows."


def test_rows_of_a_dataframe_with_dates():
    pandas = pytest.importorskip("pandas")
    days = ["2024-02-29", "2024-03-01", None]
    frame = pandas.DataFrame({"age": [1, 2, 3], "day": pandas.to_datetime(days)})
    given = words(age=[1, 2, 3], day=np.array(["2024-02-29", "2024-03-01", "NaT"], "M8[ns]"))
    given.has_the_rows(frame)
    given.has_types({"day": "dates"})
    assert "row 0" in said(given.has_the_rows, frame.assign(day=pandas.to_datetime(days[1:] + days[:1])))


def test_a_column_is_close_to_numbers():
    given = expect(Answer("f(x)", table(**ROWS)))
    given.item("share").is_close_to([0.5, float("nan"), 0.25])
    assert said(given.item("share").is_close_to, [0.5, float("nan"), 0.5]) == "f(x)['share'] gave 0.25 at [2] (1 of 3 numbers are off)."


@pytest.mark.parametrize("any_order", [False, True])
def test_columns_of_different_lengths_are_a_slip_of_the_check(any_order):
    with pytest.raises(RuntimeError, match="a check expects columns of 1, 3 rows in one table"):
        words(**ROWS).has_the_rows({**ROWS, "job": ["cook"]}, any_order=any_order)
