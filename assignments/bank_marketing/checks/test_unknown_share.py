"""unknown_share(table): for each column the share of rows that hold the text "unknown\""""

import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import NamedNumbers


@telling_inputs(lambda answer, expected: expect(answer).is_a(NamedNumbers).are(expected, "column"))
def few_customers(draw):
    """A few customers with a job and an age, or one of them."""
    rows = draw.several(1, 3, lambda draw: {"job": draw.one_of(["unknown", "cook", "Unknown"]), "age": draw.whole(30, 32)})
    names = draw.one_of([("job",), ("age",), ("age", "job")])
    return (pd.DataFrame({name: [row[name] for row in rows] for name in names}),)


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
