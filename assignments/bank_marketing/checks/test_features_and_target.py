"""features_and_target(table): what the network may know, and what it must predict"""

import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import FeaturesAndTarget


@telling_inputs(lambda answer, expected: expect(answer).is_a(FeaturesAndTarget).are(*expected))
def few_customers(draw):
    """A few customers, one of them with a yes; the columns in three orders."""
    rows = draw.several(1, 3, lambda draw: {"y": draw.one_of(["yes", "no"]), "age": draw.whole(30, 33), "duration": draw.whole(5, 9)})
    rows[draw.whole(0, len(rows) - 1)]["y"] = "yes"
    names = draw.one_of([("age", "y", "duration"), ("y", "duration", "age"), ("duration", "age", "y")])
    return (pd.DataFrame({name: [row[name] for row in rows] for name in names}, index=range(len(rows))),)


@pytest.mark.points(2)
@pytest.mark.public
def test_three_customers(features_and_target):
    """of the columns age, duration, job and y, the features are age and job; the target of yes, no, yes is 1, 0, 1"""
    table = {"age": [30, 41, 52], "duration": [79, 620, 33], "job": ["student", "services", "retired"], "y": ["yes", "no", "yes"]}
    answer = features_and_target(pd.DataFrame(table))
    expect(answer).is_a(FeaturesAndTarget).are({"age": table["age"], "job": table["job"]}, [1, 0, 1], hidden=False)


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(features_and_target):
    """the table is not changed"""
    table = pd.DataFrame({"y": ["no", "yes"], "age": [30, 41], "duration": [79, 620], "job": ["student", "retired"]})
    expect(features_and_target(table)).leaves_its_arguments_alone()
