"""yes_rate_by(table, column): for each value of a column the share of its rows with a yes"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect, telling_inputs

from words import NamedNumbers


def customers(rng, rows):
    """Customers whose rates differ, with an index that is not 0, 1, 2, …; on day 3 no customer
    says yes, and no widow does; one is divorced."""
    rates = {"student": 0.6, "unknown": 0.4, "services": 0.1, "retired": 0.5, "admin.": 0.3}
    jobs = rng.choice(np.array(list(rates), object), rows, p=[0.1, 0.2, 0.4, 0.2, 0.1])
    days, marital = rng.integers(1, 8, rows), rng.choice(np.array(["single", "married", "widow"], object), rows, p=[0.4, 0.55, 0.05])
    marital[:3] = "widow", "widow", "divorced"
    yes = (rng.random(rows) < [rates[job] for job in jobs]) & (days != 3) & (marital != "widow")
    answers = np.where(yes, "yes", "no").astype(object)
    table = {"day": days, "y": answers, "job": jobs, "balance": rng.integers(0, 900, rows), "marital": marital}
    return pd.DataFrame(table, index=rng.permutation(3 * rows)[:rows])


@telling_inputs(lambda answer, expected: expect(answer).is_a(NamedNumbers).are(expected, "value"))
def few_customers(draw):
    """A few customers, one of them with a yes, by a column of texts or of numbers."""
    rows = draw.several(1, 4, lambda draw: {"y": draw.one_of(["yes", "no"]), "job": draw.one_of(["cook", "nurse"]), "day": draw.whole(1, 2)})
    rows[draw.whole(0, len(rows) - 1)]["y"] = "yes"
    column = draw.one_of(["job", "day"])
    return pd.DataFrame({name: [row[name] for row in rows] for name in (column, "y")}), column


@few_customers.right
def slowly(table, column):
    yes, rows = {}, {}
    for value, answer in zip(table[column].tolist(), table["y"].tolist(), strict=True):
        rows[value] = rows.get(value, 0) + 1
        yes[value] = yes.get(value, 0) + (answer == "yes")
    return {value: yes[value] / rows[value] for value in rows}


@pytest.mark.points(1)
@pytest.mark.public
def test_five_customers(yes_rate_by):
    """one yes among two with a loan and one among three without give 1/2 and 1/3"""
    table = pd.DataFrame({"loan": ["no", "yes", "no", "no", "yes"], "y": ["yes", "no", "no", "no", "yes"]})
    expect(yes_rate_by(table, "loan")).is_a(NamedNumbers).are({"no": 1 / 3, "yes": 1 / 2}, "value", hidden=False)


@pytest.mark.points(2)
def test_every_value(yes_rate_by, rng):
    """every value of a column of texts has its rate, in any table with any index"""
    table = customers(rng, int(rng.integers(260, 320)))
    expect(yes_rate_by(table, "job")).is_a(NamedNumbers).are(slowly(table, "job"), "value")


@pytest.mark.points(1)
def test_a_value_without_a_yes(yes_rate_by, rng):
    """a value for which no customer says yes has the rate 0"""
    table = customers(rng, 130)
    expect(yes_rate_by(table, "marital")).is_a(NamedNumbers).are(slowly(table, "marital"), "value")


@pytest.mark.points(1)
def test_a_column_of_numbers(yes_rate_by, rng):
    """the column may be one of numbers: the values are then numbers"""
    table = customers(rng, 210)
    expect(yes_rate_by(table, "day")).is_a(NamedNumbers).are(slowly(table, "day"), "value")


@pytest.mark.points(1)
@pytest.mark.public
def test_the_argument_is_left_alone(yes_rate_by):
    """the table is not changed"""
    table = pd.DataFrame({"job": ["student", "retired", "student"], "y": ["yes", "no", "no"], "age": [20, 70, 24]})
    expect(yes_rate_by(table, "job")).leaves_its_arguments_alone()
