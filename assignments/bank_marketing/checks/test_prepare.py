"""prepare(features, preparation): rows turned into numbers, in the way that was learned from the training rows"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect
from autograder.core.languages import authored
from autograder.expectations.answer import NotThere

from words import Prepared, Probes, effects, is_standardized, is_wrong_arithmetic


def training_rows(rng, rows=80):
    """Customers with numbers on different scales and texts, columns in any order, with an index that is not 0, 1, 2, …"""
    words = lambda *values: [*values, *rng.choice(np.array(values, object), rows - len(values))]  # noqa: E731
    table = {
        "age": rng.integers(18, 90, rows),
        "job": words("employed", "unemployed", "unknown", "retired", "admin."),  # one is a part of another
        "balance": rng.normal(1400, 900, rows).round(2),
        "loan": words("no", "yes"),
        "day": rng.integers(1, 32, rows),
        "contact": words("unknown", "cell", "cellular"),
    }
    table = pd.DataFrame(table, index=rng.permutation(900)[:rows])
    return table[[str(one) for one in rng.permutation(table.columns)]]


def learned(fit_preparation, train):
    """The preparation; where there is none, this exercise waits for the other one."""
    fitted = fit_preparation(train)
    if fitted.value is None:
        waiting = NotThere("It returned None.")
        waiting.function = "fit_preparation"
        raise waiting
    return fitted


def words_of(answer):
    return expect(answer).is_a(Prepared)


@pytest.fixture(scope="module")
def train(module_rng):
    return training_rows(module_rng)


@pytest.fixture(scope="module")
def fitted(fit_preparation, train):
    return learned(fit_preparation, train)


@pytest.fixture(scope="module")
def probes(train):
    return Probes(train)


@pytest.fixture(scope="module")
def answer(prepare, probes, fitted):
    return prepare(probes.rows, fitted)


@pytest.mark.points(2)
@pytest.mark.public
def test_a_row_of_floats_for_each_customer(prepare, fit_preparation):
    """the result is an array of floats with one row for each customer, also for a single one"""
    table = pd.DataFrame({"age": [30, 40, 50, 65], "job": ["services", "student", "services", "retired"], "day": [5, 9, 30, 1]})
    fitted = learned(fit_preparation, table)
    many, one = words_of(prepare(table, fitted)), words_of(prepare(table.iloc[2:3], fitted))
    columns = many.rows(4).shape[1]
    if one.rows(1).shape[1] != columns:
        said = authored("{call} gave {one} columns for one customer and {four} for four.", one=one.rows(1).shape[1], four=columns)
        one.fail(said, ("columns", one.rows(1).shape, columns))
