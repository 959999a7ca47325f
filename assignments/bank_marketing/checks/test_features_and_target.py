"""features_and_target(table): what the network may know, and what it must predict"""

import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import FeaturesAndTarget


@telling_inputs(lambda answer, expected: expect(answer).is_a(FeaturesAndTarget).are(*expected))
def few_customers(draw):
    """A few customers, one of them with a yes; two columns beside that of the answers, in three orders."""
    answers = draw.several(1, 4, lambda draw: draw.one_of(["yes", "no"]))
    answers[draw.whole(0, len(answers) - 1)] = "yes"
    columns = {"y": answers, "age": [30] * len(answers), "job": ["cook"] * len(answers), "duration": [5] * len(answers)}
    names = draw.one_of([("age", "y", "duration"), ("y", "duration", "job"), ("duration", "age", "y")])
    return (pd.DataFrame({name: columns[name] for name in names}),)


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
