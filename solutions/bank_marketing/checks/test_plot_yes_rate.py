"""plot_yes_rate(table, column): the share of yes for each value as sorted bars, and the overall share as a line"""

import numpy as np
import pandas as pd
import pytest

from autograder import expect

JOBS = {
    "student": (14, 40),
    "unknown": (5, 25),
    "services": (6, 90),
    "retired": (17, 70),
    "admin.": (0, 30),
    "nurse": (13, 43),
    "cook": (4, 45),
    "baker": (11, 80),
}
DAYS = {"mon": (9, 60), "tue": (30, 75), "wed": (4, 50), "thu": (21, 55), "fri": (1, 60)}
CALLS = {1: (20, 90), 2: (3, 40), 3: (16, 50), 4: (5, 35), 5: (14, 40)}


def customers(rng, values, column):
    """For each value so many yeses of so many rows, in mixed order, with an index that is not 0, 1, 2, …"""
    rows = [(value, "yes" if place < yes else "no") for value, (yes, count) in values.items() for place in range(count)]
    rows = [rows[place] for place in rng.permutation(len(rows))]
    table = pd.DataFrame({"y": [answer for _, answer in rows], column: [value for value, _ in rows]})
    others = rng.choice(np.array(["a", "b"], object), len(rows))
    return table.assign(job=others if column != "job" else table["job"]).set_index(rng.permutation(2 * len(rows))[: len(rows)])


def rates(values):
    return {value: yes / count for value, (yes, count) in values.items()}


def overall(values):
    return sum(yes for yes, _ in values.values()) / sum(count for _, count in values.values())


@pytest.fixture(scope="module")
def figures(plot_yes_rate, module_rng):
    """Two calls in one cell, as on the page."""
    calls = [(customers(module_rng, JOBS, "job"), "job"), (customers(module_rng, DAYS, "day"), "day")]
    return plot_yes_rate.in_a_row(*calls)


@pytest.fixture(scope="module")
def figure(figures):
    return figures[0]


@pytest.mark.points(3)
@pytest.mark.public
def test_a_bar_for_each_value(figure):
    """each value has one bar with its name, as high as its share of yes"""
    expect(figure).is_a_figure().shows_named_bars(rates(JOBS), "the rates of yes", percent=True)


@pytest.mark.points(2)
@pytest.mark.public
@pytest.mark.after("test_a_bar_for_each_value")
def test_from_the_highest_to_the_lowest(figure):
    """the bars go from the highest to the lowest"""
    expect(figure).is_a_figure().sorts_bars(rates(JOBS), percent=True)


@pytest.mark.points(1)
@pytest.mark.after("test_from_the_highest_to_the_lowest")
def test_a_column_of_numbers(plot_yes_rate, rng):
    """a column of numbers is drawn in the same way, from the highest bar to the lowest"""
    named = {str(value): rate for value, rate in rates(CALLS).items()}
    words = expect(plot_yes_rate(customers(rng, CALLS, "campaign"), "campaign")).is_a_figure()
    words.shows_named_bars(named, "the rates of yes", percent=True)
    words.sorts_bars(named, percent=True)


@pytest.mark.points(2)
@pytest.mark.after("test_a_bar_for_each_value")
def test_the_overall_share_as_a_line(figure):
    """a line across the bars shows the share of yes in the whole table"""
    expect(figure).is_a_figure().marks_level(overall(JOBS), rates(JOBS), "the share of yes in the whole table", percent=True)


@pytest.mark.points(2)
@pytest.mark.after("test_a_bar_for_each_value")
def test_each_call_makes_its_own_figure(figures):
    """two calls in one cell make two figures, each for its own table and column, and the tables are not changed"""
    again = expect(figures[1]).is_a_figure()
    again.is_of_its_own()
    again.shows_named_bars(rates(DAYS), "the rates of yes", percent=True)
    again.marks_level(overall(DAYS), rates(DAYS), "the share of yes in the whole table", percent=True)
    for one in figures:
        expect(one).leaves_its_arguments_alone()
