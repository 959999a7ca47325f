"""Tables between pandas and plain data: nothing lost, and nothing forged."""

from decimal import Decimal

import numpy as np
import pytest

from autograder.judging.same_values import difference
from autograder.transport import tables
from autograder.transport.pandas_tables import pack
from autograder.transport.wire import decode, encode

pandas = pytest.importorskip("pandas")


def frame():
    columns = {
        "whole": [1, 2, 3],
        "text": ["a", None, "b"],
        "truth": [True, False, True],
        "date": pandas.to_datetime(["2020-01-01", None, "2021-02-03"]),
        "zone": pandas.to_datetime(["2020-01-01", "2020-05-05", None]).tz_localize("UTC"),
        "duration": pandas.to_timedelta([1, 2, None], unit="s"),
        "category": pandas.Categorical(["x", None, "y"], categories=["y", "x", "z"], ordered=True),
        "nullable": pandas.array([1, None, 3], dtype="Int64"),
        "sparse": pandas.arrays.SparseArray([0, 0, 5]),
        "small": np.array([1, 2, 3], np.float32),
    }
    return pandas.DataFrame(columns, index=[7, 7, 9])


def sent(value):
    return decode(b"".join(encode(pack(value, lambda one: one))))


VALUES = {
    "every type": frame(),
    "no row": frame().iloc[:0],
    "two columns of one name": pandas.concat([frame(), frame()], axis=1),
    "an index of two levels": frame().set_index(["whole", "text"]),
    "mixed values": pandas.DataFrame({"a": [1, "x"]}),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_table_comes_back_as_it_was(value):
    pandas.testing.assert_frame_equal(sent(value).to_pandas(), value)


def test_a_series_comes_back_with_labels_that_repeat():
    pandas.testing.assert_series_equal(sent(frame()["whole"]).to_pandas(), frame()["whole"])


FORGED = {
    "columns of two lengths": lambda plain: plain["columns"][0].update(array=np.arange(5)),
    "a number without a text": lambda plain: plain["columns"][1].update(codes=np.array([0, 1, 9], np.int32)),
    "numbers of another type": lambda plain: plain["columns"][1].update(codes=np.array([0, 1, 0], np.int64)),
    "an unknown type": lambda plain: plain["columns"][0].update(dtype="__import__('os')"),
    "a zone that is a path": lambda plain: plain["columns"][0].update(dtype="datetime64[ns, ../../etc/passwd]"),
    "no index of this length": lambda plain: plain["levels"][0].update(array=np.arange(10**6)),
    "a name that is an array": lambda plain: plain["columns"][0].update(name=np.zeros(2)),
    "a name that is a list in a tuple": lambda plain: plain["columns"][0].update(name=("a", [1])),
    "an array of two axes": lambda plain: plain["columns"][0].update(array=np.zeros((3, 3))),
    "a header of another length": lambda plain: plain["header"][0]["texts"].append("more") or plain["header"][0].update(codes=np.zeros(99, np.int32)),
}


@pytest.mark.parametrize("forge", FORGED.values(), ids=FORGED)
def test_a_forged_table_is_refused(forge):
    plain = tables.to_plain(pack(frame(), lambda one: one))
    forge(plain)
    with pytest.raises(tables.NotATable):
        tables.from_plain(plain)


@pytest.mark.parametrize("damage", [{"array": np.array([5, 5, 5])}, {"dtype": "datetime64[ns, Nowhere/Else]", "array": np.zeros(3, "M8[ns]")}])
def test_a_forged_table_of_which_pandas_makes_nothing_says_so(damage):
    plain = tables.to_plain(pack(frame().reset_index(drop=True), lambda one: one))
    plain["levels"][0].update(damage)
    with pytest.raises(tables.NotATable, match="not a table of pandas'"):
        tables.from_plain(plain).to_pandas()


def test_no_column_is_made_of_a_table_that_is_too_large_in_all(monkeypatch):
    plain = tables.to_plain(pack(frame(), lambda one: one))
    monkeypatch.setattr(tables, "MOST_VALUES", 30)
    monkeypatch.setattr(tables, "_column_from_plain", None)
    with pytest.raises(tables.NotATable, match="too many values"):
        tables.from_plain(plain)


CHANGES = {
    "the column 'new' is new": lambda table: table.assign(new=1),
    "it has 2 rows now, and had 3": lambda table: table.iloc[:2],
    "its index is different now": lambda table: table.reset_index(drop=True),
    "the values of column 'whole' are different now": lambda table: table.assign(whole=[1, 2, 4]),
    "column 'whole' has the type float64 now": lambda table: table.assign(whole=table["whole"] * 1.0),
    "": lambda table: table.copy(),
}


@pytest.mark.parametrize(("words", "change"), CHANGES.items(), ids=list(CHANGES))
def test_what_has_changed_in_a_table(words, change):
    assert difference(sent(frame()), sent(change(frame()))) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ([2, 1], [1, 2], "it has another order now"),
        ([1], [1, 2], "it has 2 items now, and had 1"),
        ([[float("nan")]], [[float("nan")]], ""),
        ({"a": [1]}, {"a": [2]}, "its values are different now"),
        ({"a": 1}, {}, "it has 0 keys now, and had 1"),
        ((1, [2]), (1, [2]), ""),
        ([True], [1], "its values are different now"),
        ([Decimal("sNaN")], [Decimal("sNaN")], "its values are different now"),
    ],
)
def test_what_has_changed_in_a_container(before, after, words):
    assert difference(before, after) == words
