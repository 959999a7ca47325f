"""fit_preparation(train_features): what prepare needs, learned from the training rows alone"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect

from words import Prepared, Probes, effects, is_standardized, is_wrong_arithmetic


def training_rows(rng, rows=90):
    """Customers with numbers on different scales and texts, some of them twice, with an index that is not 0, 1, 2, …

    The last job and the last kind of contact occur once, in the last row.
    """
    words = lambda *values: [*values[:-1], *rng.choice(np.array(values[:-1], object), rows - len(values)), values[-1]]  # noqa: E731
    table = {
        "contact": words("unknown", "cellular", "telephone"),
        "age": rng.integers(18, 90, rows),
        "job": words("services", "student", "unknown", "retired", "admin."),
        "balance": (rng.normal(1400, 900, rows).round(2) * (rng.random(rows) < 0.9)).round(2),
        "loan": ["no", "yes", *rng.choice(np.array(["no", "yes"], object), rows - 2)],
        "campaign": rng.integers(0, 9, rows),
        "interest": rng.normal(4, 0.05, rows).round(4),
    }
    table = pd.DataFrame(table)
    table.iloc[rows // 2 : rows // 2 + 12] = table.iloc[8:9].to_numpy()
    table = table.astype({"age": int, "balance": float, "campaign": int, "interest": float}).set_index(rng.permutation(900)[:rows])
    return table[[str(one) for one in rng.permutation(table.columns)]]


def words_of(fitted):
    return expect(fitted).is_a(Prepared)


@pytest.fixture(scope="module")
def probes(module_rng):
    return Probes(training_rows(module_rng))


@pytest.fixture(scope="module")
def fitted(fit_preparation, probes):
    return fit_preparation(probes.train)


@pytest.mark.points(1)
@pytest.mark.public
def test_something_is_returned(fit_preparation):
    """the function returns what it has learned"""
    table = pd.DataFrame({"age": [30, 40, 50], "job": ["services", "student", "services"]})
    words = words_of(fit_preparation(table))
    if words.answer.value is None:
        words.fail("gave None. Return what prepare needs.", ("none",))


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(fit_preparation, rng):
    """the training rows are not changed"""
    expect(fit_preparation(training_rows(rng, 40).drop(columns="loan"))).leaves_its_arguments_alone()
