"""yes_rate_by(table, column): for each value of a column the share of its rows with a yes"""

import pandas as pd
import pytest

from autograder import expect

from words import NamedNumbers


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
