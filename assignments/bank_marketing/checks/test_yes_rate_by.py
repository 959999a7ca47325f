"""yes_rate_by(table, column): for each value of a column the share of its rows with a yes"""

import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import NamedNumbers


@telling_inputs(lambda answer, expected: expect(answer).is_a(NamedNumbers).are(expected, "value"))
def few_customers(draw):
    """A few customers, one of them with a yes, by a column of texts or of numbers."""
    rows = draw.several(1, 4, lambda draw: {"y": draw.one_of(["yes", "no"]), "job": draw.one_of(["cook", "nurse"]), "day": draw.whole(1, 2)})
    rows[draw.whole(0, len(rows) - 1)]["y"] = "yes"
    column = draw.one_of(["job", "day"])
    return pd.DataFrame({name: [row[name] for row in rows] for name in (column, "y")}), column


@pytest.mark.points(1)
@pytest.mark.public
def test_five_customers(yes_rate_by):
    """one yes among two with a loan and one among three without give 1/2 and 1/3"""
    table = pd.DataFrame({"loan": ["no", "yes", "no", "no", "yes"], "y": ["yes", "no", "no", "no", "yes"]})
    expect(yes_rate_by(table, "loan")).is_a(NamedNumbers).are({"no": 1 / 3, "yes": 1 / 2}, "value", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(yes_rate_by):
    """the table is not changed"""
    table = pd.DataFrame({"job": ["student", "retired", "student"], "y": ["yes", "no", "no"], "age": [20, 70, 24]})
    expect(yes_rate_by(table, "job")).leaves_its_arguments_alone()
