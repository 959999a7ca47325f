"""The table of telling inputs that students receive: what is written is read back, and a damaged one is none."""

import math
from types import SimpleNamespace

from autograder.content.telling_table import TABLE, as_json, rows_of


def written(folder, text):
    (folder / "checks").mkdir(exist_ok=True)
    (folder / "checks" / TABLE).write_text(text, "utf-8")
    return SimpleNamespace(folder=folder)


def test_every_plain_value_is_read_back(tmp_path):
    values = [1, 2.5, True, None, "a", (1, [2, (3,)]), {0: 0.5, "x": {}}, [float("inf")], {}]
    there = written(tmp_path, as_json({"double": [([1, 0], value) for value in values], "other": []}))
    assert [value for _, value in rows_of(there, "double")] == values
    assert [type(value) for _, value in rows_of(there, "double")] == [type(value) for value in values]
    assert rows_of(there, "double")[0][0] == [1, 0]
    assert rows_of(there, "third") == []


def test_a_number_that_is_not_there_is_read_back(tmp_path):
    ((_, value),) = rows_of(written(tmp_path, as_json({"double": [([], (float("nan"),))]})), "double")
    assert math.isnan(value[0])


def test_without_a_table_or_with_a_damaged_one_there_are_no_rows(tmp_path):
    assert rows_of(SimpleNamespace(folder=tmp_path), "double") == []
    for text in ("{", "[]", '{"double": [1]}', '{"double": [[["a"], 1]]}', '{"double": [[[1], {}]]}'):
        assert rows_of(written(tmp_path / str(len(text)) if (tmp_path / str(len(text))).mkdir() is None else tmp_path, text), "double") == []
