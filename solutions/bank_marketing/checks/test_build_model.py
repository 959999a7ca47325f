"""build_model(columns): a compiled network that gives the probability of yes, not trained yet"""

import numpy as np
import pytest

from autograder import expect, shared_array

COLUMNS, ROWS = 9, 200  # of few rows, a last layer with relu is dead for all by chance: 4 % of 12, 0.3 % of 200 (3,000 draws)
LEARNED, UNSEEN, SHARE = 60, 2000, 0.25  # columns, rows of the exam, and share of yes, of what the model is trained with; on fewer
# columns, the random weights of a fresh network are sometimes right by luck
GUESSED = 0.8  # more than a fresh network gets right of 400 rows, half of them yes: 0.50, sd 0.04 (measured, 300 seeds)


@pytest.fixture(scope="module")
def model(build_model):
    """One model for all checks."""
    return build_model(COLUMNS)


@pytest.fixture(scope="module")
def another(build_model):
    """A second model, from another call."""
    return build_model(COLUMNS)


@pytest.fixture(scope="module")
def rows(module_rng):
    return module_rng.normal(size=(ROWS, COLUMNS)).astype(np.float32)


@pytest.fixture(scope="module")
def labels(rows):
    return (np.arange(len(rows)) % 3 == 0).astype(np.uint8)


def customers(rng, count, columns, share):
    """Rows of numbers, and yes for the largest sums of two columns and of a third one that counts with either sign."""
    rows = rng.normal(size=(count, columns)).astype(np.float32)
    score = rows[:, 0] - rows[:, 1] + 0.5 * np.abs(rows[:, 2]) + 0.3 * rng.normal(size=count)
    return rows, (score > np.quantile(score, 1 - share)).astype(np.uint8)


@pytest.fixture(scope="session")
def lessons(seed, budget):
    """Rows of which one in four says yes: made once for a class, so they must not be changed."""
    rows, labels = customers(np.random.default_rng([seed, 1]), budget.rows, LEARNED, SHARE)
    return shared_array(rows), labels


@pytest.fixture(scope="session")
def exam(seed):
    rows, labels = customers(np.random.default_rng([seed, 2]), UNSEEN, LEARNED, SHARE)
    return shared_array(rows), labels


@pytest.mark.points(2)
@pytest.mark.public
def test_one_probability(model, rows):
    """the model turns the numbers of each customer into one probability"""
    expect(model).is_a_model().gives_one_probability(rows)


@pytest.mark.points(1)
def test_any_number_of_columns(build_model, rng):
    """the model takes as many numbers as the function is told"""
    for columns in (3, 61):
        expect(build_model(columns)).is_a_model().takes_and_gives(rng.normal(size=(4, columns)).astype(np.float32), 1)


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


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_the_loss_fits(model, rows, labels):
    """the loss is binary cross-entropy"""
    expect(model).is_a_model().minimises_binary_cross_entropy(rows, labels)


@pytest.mark.points(1)
@pytest.mark.after("test_it_is_compiled")
def test_a_metric_that_sees_the_rare_class(model, rows):
    """training reports the AUC, the precision or the recall"""
    expect(model).is_a_model().reports_any_of(("AUC", "precision", "recall"), rows)


@pytest.mark.points(1)
def test_a_fresh_model_each_time(build_model, model, another, rng):
    """each call builds a new model that is not trained yet"""
    expect(build_model(LEARNED)).is_a_model().is_untrained(*customers(rng, 400, LEARNED, 0.5), at_most=GUESSED)
    expect(model).is_a_model().is_another_model_than(another)


@pytest.mark.points(2)
@pytest.mark.training
@pytest.mark.after("test_it_is_compiled")
@pytest.mark.after("test_a_fresh_model_each_time")
def test_it_learns(build_model, lessons, exam, budget, dataset):
    """after training, the model gives those who say yes larger probabilities than the others"""
    model = expect(build_model(LEARNED)).is_a_model()
    model.learns(lessons, exam, budget.epochs, budget.batch_size, at_least=budget.at_least("auc", dataset.name), by="AUC")
