"""features_and_target(table): what the network may know, and what it must predict"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import FeaturesAndTarget


def customers(rng, rows):
    """Customers as lists, some of them equal, the columns in an order drawn at random."""
    words = lambda *values: [values[one] for one in rng.integers(0, len(values), rows)]  # noqa: E731
    table = {
        "age": [int(one) for one in rng.integers(18, 90, rows)],
        "job": words("services", "student", "unknown", "retired"),
        "balance": [float(one) / 4 for one in rng.integers(-1000, 9000, rows)],
        "duration": [int(one) for one in rng.integers(5, 900, rows)],
        "previous": [int(one) for one in rng.integers(0, 9, rows)],
        "y": words("yes", "no", "no"),
        "campaign": [int(one) for one in rng.integers(1, 9, rows)],
        "day": [int(one) for one in rng.integers(1, 32, rows)],
    }
    for values in table.values():
        values[8:11] = values[7:8] * 3
    names = list(table)
    while names[-2:] in (["y", "duration"], ["duration", "y"]) or names == list(table):
        names = [str(one) for one in rng.permutation(names)]
    return {name: table[name] for name in names}


@telling_inputs(lambda answer, expected: expect(answer).is_a(FeaturesAndTarget).are(*expected))
def few_customers(draw):
    """A few customers, one of them with a yes; two columns beside that of the answers, in three orders."""
    answers = draw.several(1, 4, lambda draw: draw.one_of(["yes", "no"]))
    answers[draw.whole(0, len(answers) - 1)] = "yes"
    columns = {"y": answers, "age": [30] * len(answers), "job": ["cook"] * len(answers), "duration": [5] * len(answers)}
    names = draw.one_of([("age", "y", "duration"), ("y", "duration", "job"), ("duration", "age", "y")])
    return (pd.DataFrame({name: columns[name] for name in names}),)


@few_customers.right
def both_of(table):
    lists = table.to_dict("list")
    return features_of(lists), target_of(lists)


def features_of(table):
    return {name: values for name, values in table.items() if name not in ("y", "duration")}


def target_of(table):
    return [1 if answer == "yes" else 0 for answer in table["y"]]


@pytest.mark.points(2)
@pytest.mark.public
def test_three_customers(features_and_target):
    """of the columns age, duration, job and y, the features are age and job; the target of yes, no, yes is 1, 0, 1"""
    table = {"age": [30, 41, 52], "duration": [79, 620, 33], "job": ["student", "services", "retired"], "y": ["yes", "no", "yes"]}
    answer = features_and_target(pd.DataFrame(table))
    expect(answer).is_a(FeaturesAndTarget).are({"age": table["age"], "job": table["job"]}, [1, 0, 1], hidden=False)


@pytest.mark.points(3)
def test_any_table(features_and_target, rng):
    """the features are all columns but y and duration, with all rows in order, wherever these columns are"""
    table = customers(rng, 90)
    answer = features_and_target(pd.DataFrame(table, index=rng.permutation(400)[:90]))
    expect(answer).is_a(FeaturesAndTarget).are(features_of(table), target_of(table))


@pytest.mark.points(2)
def test_yes_is_1(features_and_target, rng):
    """yes is 1 and no is 0, whichever comes first"""
    for first in ("no", "yes"):
        table = customers(rng, 40)
        table["y"][0] = first
        answer = features_and_target(pd.DataFrame(table))
        expect(answer).is_a(FeaturesAndTarget).are(features_of(table), target_of(table))


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(features_and_target):
    """the table is not changed"""
    table = pd.DataFrame({"y": ["no", "yes"], "age": [30, 41], "duration": [79, 620], "job": ["student", "retired"]})
    expect(features_and_target(table)).leaves_its_arguments_alone()
