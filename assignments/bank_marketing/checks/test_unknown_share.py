"""unknown_share(table): for each column the share of rows that hold the text "unknown\""""

import pandas as pd
import pytest

from autograder import expect

from words import NamedNumbers


@pytest.mark.points(1)
@pytest.mark.public
def test_four_customers(unknown_share):
    """two of four customers with the job "unknown" give 0.5, and a column of numbers gives 0"""
    table = pd.DataFrame({"age": [30, 41, 52, 63], "job": ["unknown", "services", "student", "unknown"]})
    expect(unknown_share(table)).is_a(NamedNumbers).are({"age": 0.0, "job": 0.5}, "column", hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(unknown_share):
    """the table is not changed"""
    table = pd.DataFrame({"age": [30, 41, 52], "job": ["unknown", "services", "unknown"], "loan": ["no", "yes", "no"]})
    expect(unknown_share(table)).leaves_its_arguments_alone()
