"""build_model(columns): a compiled network that gives the probability of yes, not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

COLUMNS, ROWS = 9, 200  # of few rows, a last layer with relu is dead for all by chance: 4 % of 12, 0.3 % of 200 (3,000 draws)


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model(COLUMNS)


@pytest.fixture(scope="module")
def rows(module_rng):
    return module_rng.normal(size=(ROWS, COLUMNS)).astype(np.float32)


@pytest.mark.points(2)
@pytest.mark.public
def test_one_probability(model, rows):
    """the model turns the numbers of each customer into one probability"""
    expect(model).is_a_model().gives_one_probability(rows)


@pytest.mark.points(1)
@pytest.mark.public
@pytest.mark.after("test_one_probability")
def test_a_hidden_layer(model, rows):
    """there is a hidden layer that can do more than add up weighted numbers"""
    expect(model).is_a_model().has_a_hidden_layer(rows)


@pytest.mark.points(1)
@pytest.mark.public
def test_it_is_compiled(model):
    """the model is compiled"""
    expect(model).is_a_model().is_compiled()
