"""fit_preparation(train_features): what prepare needs, learned from the training rows alone"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect
from autograder.core.languages import authored
from autograder.expectations.answer import Failure, StudentError

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


def seen(fitted, prepare, probes):
    """The effect of each column, as ``prepare`` shows it; None where a fault of ``prepare`` hides what was learned."""
    try:
        whole = expect(prepare(probes.rows, fitted)).is_a(Prepared).rows(len(probes.rows))
        few = expect(prepare(probes.rows.iloc[::-1][:7], fitted)).is_a(Prepared)
        few.is_the_same(whole[::-1][:7], "with other rows")
    except Failure:
        return None
    except StudentError as error:
        if error.function == "fit_preparation":
            raise
        return None
    return effects(whole, probes)


def words_of(fitted):
    return expect(fitted).is_a(Prepared)


@pytest.fixture(scope="module")
def probes(module_rng):
    return Probes(training_rows(module_rng))


@pytest.fixture(scope="module")
def fitted(fit_preparation, probes):
    return fit_preparation(probes.train)


@pytest.fixture(scope="module")
def found(fitted, prepare, probes):
    return None if fitted.value is None else seen(fitted, prepare, probes)


def wrong_lines(found, probes):
    """The columns of numbers for which another number than the mean or the standard deviation was learned.

    Where no column is standardized, the arithmetic of prepare may be wrong; where some are, it is right.
    """
    lines = {name: found[name] for name in probes.numbers if isinstance(found[name], tuple)} if found is not None else {}
    values = {name: probes.train[name].to_numpy() for name in lines}
    wrong = {name: line for name, line in lines.items() if not is_standardized(line, values[name])}
    some_are_right = len(wrong) < len(lines)
    return {name: line for name, line in wrong.items() if some_are_right or not is_wrong_arithmetic(line, values[name])}


@pytest.mark.points(1)
@pytest.mark.public
def test_something_is_returned(fit_preparation):
    """the function returns what it has learned"""
    table = pd.DataFrame({"age": [30, 40, 50], "job": ["services", "student", "services"]})
    words = words_of(fit_preparation(table))
    if words.answer.value is None:
        words.fail("gave None. Return what prepare needs.", ("none",))


@pytest.mark.points(2)
@pytest.mark.after("test_something_is_returned")
def test_mean_and_standard_deviation(fitted, found, probes):
    """for each column of numbers, the mean and the standard deviation of all training rows are learned"""
    wrong = wrong_lines(found, probes)
    if wrong:
        name = min(wrong)
        slope, start = wrong[name]
        less = round(-start / slope, 9) + 0.0
        sentence = authored(
            "{call} does not lead to the mean and the standard deviation of the column {name}: prepare subtracts {less:.4g} and divides by "
            "{scale:.4g}.",
            name=repr(name), less=float(less), scale=float(1 / slope),
        )
        words_of(fitted).fail(sentence, ("learned", sorted(wrong.items())))


@pytest.mark.points(1)
@pytest.mark.after("test_something_is_returned")
def test_every_column_of_numbers(fitted, found, probes):
    """every column of numbers is learned, whole numbers and numbers with decimals"""
    lost = sorted(name for name in probes.numbers if found is not None and found[name] == "none")
    if lost and len(lost) < len(probes.numbers):
        sentence = authored("{call} leads to nothing for the column {name}: prepare gives the same, whatever its numbers are.", name=repr(lost[0]))
        words_of(fitted).fail(sentence, ("lost numbers", lost))


@pytest.mark.points(2)
@pytest.mark.after("test_something_is_returned")
def test_every_category(fitted, found, probes):
    """every category of the training rows is learned, rare ones and "unknown", too"""
    texts = {name: found[name] for name in probes.texts} if found is not None else {}
    if all(one == "none" for one in texts.values()):
        return  # prepare leaves them all out
    known = {name: set() if one == "none" else one for name, one in texts.items() if one != "odd"}
    lost = {name: sorted(set(probes.values[name]) - one) for name, one in known.items()}
    first = next((name for name in sorted(lost) if lost[name]), None)
    if first is not None:
        sentence = authored(
            "{call} leads to no column for the category {category} of {column}: prepare gives 0 everywhere for it.",
            category=repr(lost[first][0]), column=repr(first),
        )
        words_of(fitted).fail(sentence, ("lost categories", sorted(lost.items())))


@pytest.mark.points(1)
@pytest.mark.after("test_mean_and_standard_deviation")
def test_other_training_rows(fit_preparation, prepare, fitted, found, rng):
    """each call learns again, from the rows that it is given"""
    others = Probes(training_rows(rng, 60).assign(age=lambda table: table["age"] + 40))
    again = fit_preparation(others.train)
    after = None if again.value is None else seen(again, prepare, others)
    wrong = wrong_lines(after, others)
    if wrong:
        sentence = "was called again with other rows, and does not lead to their means and standard deviations."
        words_of(again).fail(sentence, ("second call", sorted(wrong.items())))


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(fit_preparation, rng):
    """the training rows are not changed"""
    expect(fit_preparation(training_rows(rng, 40).drop(columns="loan"))).leaves_its_arguments_alone()
