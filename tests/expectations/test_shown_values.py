"""Small values as text: equal inputs have equal texts, and a wrong value looks different from the right one."""

import numpy as np
import pandas as pd
import pytest

from autograder.expectations.handed import File
from autograder.expectations.shown_values import both_written, count, written, written_arguments
from autograder.transport import pandas_tables
from autograder.transport.wire import Described


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        (np.array([[0, 51]], np.uint8), "[[0, 51]]", 2),
        (np.float32(0.25), "0.25", 1),
        ({"a": [1, 2], "b": "x"}, "{'a': [1, 2], 'b': 'x'}", 3),
        ((1,), "(1,)", 1),
        (pd.DataFrame({"age": [30, 41]}), "pd.DataFrame({'age': [30, 41]})", 2),
        (pd.Series([1, 2]), "pd.Series([1, 2])", 2),
        (File("a.csv", "age;job\n30;cook\n"), "a file with 'age;job\\n30;cook\\n'", 4),
        (object(), "a object", 1),
    ],
)
def test_an_argument_is_written_as_a_page_would(value, text, number):
    assert written_arguments([value, 1]) == f"{text}, 1"
    assert count(value) == number


def test_digits_are_added_until_two_numbers_differ():
    assert both_written(0.5, 1 / 3) == ("0.5", "0.3333")
    assert both_written(1 / 3 + 1e-7, 1 / 3) == ("0.3333334333", "0.3333333333")
    assert both_written(np.nextafter(0.5, 1).item(), 0.5) == (repr(np.nextafter(0.5, 1).item()), "0.5")


def test_values_that_look_alike_say_nothing():
    assert both_written((1, 2), [1, 2]) is None
    assert both_written(Described("scalar", "numpy.float64", 2.0), 2.0) is None


def test_a_table_is_written_by_its_columns():
    table = pandas_tables.pack(pd.DataFrame({"a": [1.0, 2.0]}), lambda item: item)
    assert written(table) == "{'a': [1.0, 2.0]}"


def test_a_series_in_the_place_of_a_list_is_written_without_its_index():
    series = pandas_tables.pack(pd.Series([1.0, 0.0], index=[7, 3]), lambda item: item)
    assert both_written((series, 5), ([1.0, 1.0], 5)) == ("([1.0, 0.0], 5)", "([1.0, 1.0], 5)")
    assert both_written((series, 5), ([1.0, 0.0], 5)) is None
    assert both_written(series, {7: 1.0, 3: 1.0}) == ("{7: 1.0, 3: 0.0}", "{7: 1.0, 3: 1.0}"), "where names are asked for, they are shown"
