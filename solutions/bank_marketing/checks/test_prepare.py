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


def shown(words, probes):
    """What the columns that depend on a customer's numbers hold, for the numbers that are tried."""
    given = words.rows(len(probes.rows))
    rows = {name: given[[probes.places[name, value] for value in probes.values[name]]] for name in probes.numbers}
    return np.concatenate([of[:, np.ptp(of, axis=0) > 1e-9].ravel() for of in rows.values()])


def all_are_standardized(answer, probes):
    found = effects(words_of(answer).rows(len(probes.rows)), probes)
    return all(is_standardized(found[name], probes.train[name].to_numpy()) for name in probes.numbers)


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


@pytest.mark.points(2)
@pytest.mark.after("test_a_row_of_floats_for_each_customer")
def test_the_numbers_are_standardized(answer, probes):
    """each column of numbers is standardized with what was learned"""
    words = words_of(answer)
    found = effects(words.rows(len(probes.rows)), probes)
    lines = {name: found[name] for name in probes.numbers}
    values = {name: probes.train[name].to_numpy() for name in probes.numbers}
    if all(line == "none" for line in lines.values()):
        words.fail("gave nothing that depends on the numbers of a customer.", ("no numbers",))
    tried = shown(words, probes)
    rounded = next((digits for digits in range(4) if np.abs(tried - tried.round(digits)).max() < 1e-5), None)
    if rounded is not None:
        kind = "whole numbers" if rounded == 0 else "rounded numbers"
        sentence = authored(
            "{call} gave {kind} where a customer's numbers are, such as {number:g}; expected the standardized numbers as they are.",
            kind=authored("whole numbers") if rounded == 0 else authored("rounded numbers"), number=float(tried[0]),
        )
        words.fail(sentence, (kind,))
    right = [name for name in lines if is_standardized(lines[name], values[name])]
    wrong = [name for name in lines if name not in right and lines[name] != "none" and is_wrong_arithmetic(lines[name], values[name])]
    several = next((name for name in sorted(wrong) if isinstance(lines[name], list) and len(lines[name]) == 2), None)
    if several is not None:
        sentence = authored("{call} gives several columns that depend on the numbers of {name}; expected one.", name=repr(several))
        words.fail(sentence, ("several columns", sorted(wrong)))
    if wrong and not right:
        name = min(wrong)
        sentence = authored(
            "{call} does not standardize the column {name}: minus the mean of the training rows, divided by their standard deviation.",
            name=repr(name),
        )
        words.fail(sentence, ("arithmetic", sorted(lines.items())))


@pytest.mark.points(2)
@pytest.mark.after("test_a_row_of_floats_for_each_customer")
def test_the_texts_become_columns_of_0_and_1(answer, probes):
    """a category is a column with a 1 where a row has it, and 0 elsewhere"""
    words = words_of(answer)
    found = effects(words.rows(len(probes.rows)), probes)
    texts = {name: found[name] for name in probes.texts}
    if all(one == "none" for one in texts.values()):
        words.fail("gave nothing that depends on the texts of a customer.", ("no texts",))
    odd = sorted(name for name, one in texts.items() if one == "odd")
    if odd:
        rows = words.rows(len(probes.rows))[[probes.places[odd[0], value] for value in probes.values[odd[0]]]]
        moving = rows[:, np.ptp(rows, axis=0) > 1e-9]
        sentence = authored("{call} does not give a column of 0 and 1 to each category of {name}; exactly one of them is 1.", name=repr(odd[0]))
        words.fail(sentence, ("odd", len(odd), moving.shape, sorted(set(moving.ravel().round(3).tolist()))))


@pytest.mark.points(2)
@pytest.mark.after("test_a_row_of_floats_for_each_customer")
def test_the_same_columns_whatever_the_rows_are(prepare, fitted, train):
    """a customer becomes the same numbers, whoever else is in the table"""
    whole = words_of(prepare(train, fitted)).rows(len(train))
    words_of(prepare(train.iloc[40:20:-1], fitted)).is_the_same(whole[40:20:-1], "with other rows beside these")
    words_of(prepare(train.iloc[3:4], fitted)).is_the_same(whole[3:4], "for a single row")


@pytest.mark.points(1)
@pytest.mark.after("test_the_same_columns_whatever_the_rows_are")
def test_columns_are_found_by_name(prepare, fitted, answer, probes):
    """the order of the table's columns and its index change nothing"""
    whole = words_of(answer).rows(len(probes.rows))
    other = probes.rows[[*probes.rows.columns[::-1]]]
    other.index = [f"row {place}" for place in range(len(other))]
    words_of(prepare(other, fitted)).is_the_same(whole, "with the columns in another order")


@pytest.mark.points(1)
@pytest.mark.after("test_the_texts_become_columns_of_0_and_1")
def test_a_category_that_is_new(prepare, fitted, answer, probes):
    """a category that no training row has is 0 in all columns of its text"""
    rows = probes.rows.copy()
    name = max(probes.texts, key=lambda one: len(probes.values[one]))
    places = [probes.places[name, value] for value in probes.values[name]]
    rows[name] = rows[name].astype(object).where(~np.isin(np.arange(len(rows)), places[:2]), "astronaut")
    words = words_of(prepare(rows, fitted))
    given, whole = words.rows(len(rows)), words_of(answer).rows(len(rows))
    moving = np.ptp(whole[places], axis=0) > 1e-9
    still = np.abs(given - whole)[:, ~moving].max() > 1e-3 if given.shape == whole.shape else True
    if still or given[places[:2]][:, moving].any():
        said = authored("{call} gave something else than 0 for a {name} that is new.", name=name)
        words.fail(said, ("new", given.shape, given[places[:2]][:, moving] if not still else "others"))


@pytest.mark.points(1)
@pytest.mark.after("test_a_row_of_floats_for_each_customer")
def test_a_column_that_is_constant(prepare, fit_preparation, answer, probes, rng):
    """where all training rows have the same number, there is no NaN, and that number becomes 0"""
    train = training_rows(rng, 30).assign(day=7)
    fitted = learned(fit_preparation, train)
    words = words_of(prepare(train, fitted))
    given = words.rows(len(train))
    if not (np.abs(given).max(axis=0) < 1e-6).any() and all_are_standardized(answer, probes):
        words.fail("gave something else than 0 for the number that all training rows have.", ("constant", np.abs(given).max(axis=0)))
    words_of(prepare(train.assign(day=9), fitted)).rows(len(train))


@pytest.mark.points(1)
def test_the_arguments_are_left_alone(prepare, fit_preparation, rng):
    """features and preparation are not changed: the preparation can be used again"""
    train = training_rows(rng, 25)
    fitted = learned(fit_preparation, train)
    first = prepare(train, fitted)
    expect(first).leaves_its_arguments_alone()
    again = words_of(prepare(train, fitted))
    again.is_the_same(words_of(first).rows(len(train)), "for the second time")
