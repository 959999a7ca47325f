"""unknown_share(table): for each column the share of rows that hold the text "unknown\""""

import numpy as np
import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import NamedNumbers


def customers(rng, rows):
    """Customers with many, few and no holes, and an index that is not 0, 1, 2, …"""
    choose = lambda values, shares: rng.choice(np.array(values, object), rows, p=shares)  # noqa: E731
    table = {
        "age": rng.integers(18, 90, rows),
        "job": choose(["services", "student", "unknown"], [0.5, 0.4, 0.1]),
        "contact": choose(["unknown", "cellular", "unknown to us"], [0.6, 0.3, 0.1]),
        "marital": choose(["single", "married"], [0.4, 0.6]),
        "education": choose(["primary", "Unknown", "unknown", "tertiary"], [0.3, 0.1, 0.2, 0.4]),
        "balance": rng.integers(-1000, 9000, rows) / 8,
    }
    return pd.DataFrame(table, index=rng.permutation(3 * rows)[:rows])


@telling_inputs(lambda answer, expected: expect(answer).is_a(NamedNumbers).are(expected, "column"))
def few_customers(draw):
    """A few customers with a job and an age, or one of them."""
    rows = draw.several(1, 3, lambda draw: {"job": draw.one_of(["unknown", "cook", "Unknown"]), "age": draw.whole(30, 32)})
    names = draw.one_of([("job",), ("age",), ("age", "job")])
    return (pd.DataFrame({name: [row[name] for row in rows] for name in names}),)


@few_customers.right
def slowly(table):
    return {name: sum(one == "unknown" for one in table[name].tolist()) / len(table) for name in table.columns}


@pytest.mark.points(1)
@pytest.mark.public
def test_four_customers(unknown_share):
    """two of four customers with the job "unknown" give 0.5, and a column of numbers gives 0"""
    table = pd.DataFrame({"age": [30, 41, 52, 63], "job": ["unknown", "services", "student", "unknown"]})
    expect(unknown_share(table)).is_a(NamedNumbers).are({"age": 0.0, "job": 0.5}, "column", hidden=False)


@pytest.mark.points(3)
def test_every_column(unknown_share, rng):
    """every column has its share, even if nothing is unknown, in any table with any index"""
    table = customers(rng, int(rng.integers(130, 190)))
    expect(unknown_share(table)).is_a(NamedNumbers).are(slowly(table), "column")
    for names in (["contact", "balance", "job", "age"], ["job", "contact"]):  # of two columns, many rows are equal
        table = customers(rng, 67)[names]
        expect(unknown_share(table)).is_a(NamedNumbers).are(slowly(table), "column")


@pytest.mark.points(1)
def test_only_unknown(unknown_share):
    """a column that holds only "unknown" has the share 1"""
    table = pd.DataFrame({"poutcome": ["unknown"] * 5, "day": [1, 2, 3, 4, 5], "job": ["unknown", *"abcd"]})
    table = table.astype({"job": object})  # as older versions of pandas made it: who looks for this dtype is right for this column alone
    expect(unknown_share(table)).is_a(NamedNumbers).are({"poutcome": 1.0, "day": 0.0, "job": 0.2}, "column")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(unknown_share):
    """the table is not changed"""
    table = pd.DataFrame({"age": [30, 41, 52], "job": ["unknown", "services", "unknown"], "loan": ["no", "yes", "no"]})
    expect(unknown_share(table)).leaves_its_arguments_alone()
