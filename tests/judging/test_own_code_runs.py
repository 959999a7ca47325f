"""Calls are shown as a page writes them, and what a marked run says of a network is kept."""

import numpy as np
import pandas as pd
import pytest

from autograder.judging.own_code_runs import call_text

PLAIN = pd.DataFrame({"a": [1, 2]})


def test_a_table_is_shown_as_a_page_makes_it():
    assert call_text("rows", (PLAIN,)) == "rows(pd.DataFrame({'a': [1, 2]}))"


@pytest.mark.parametrize(
    "table",
    [PLAIN.set_axis([0, 1]), PLAIN.set_axis(pd.RangeIndex(1, 3)), PLAIN.set_axis(["x", "y"]), PLAIN[:0], PLAIN["a"]],
    ids=["other kind of index", "other numbers", "names", "no row", "a column"],
)
def test_a_table_that_typing_does_not_give_again_is_not_shown(table):
    assert call_text("rows", (table,)) == "" == call_text("rows", ([np.array([1]), table],))
