"""What the marks in a function take down, and that the function does the same with them."""

import ast
import textwrap

import numpy as np
import pytest

from autograder.sandbox import marked_code
from autograder.sandbox.marked_code import run_marked
from autograder.sandbox.marked_values import noted_value


def ran(source, *arguments, left_out=None):
    """What the function ``work`` gives, and its marks; lines are counted from 1, the one of ``def``."""
    source = textwrap.dedent(source).strip()
    picks = list(range(len(ast.parse(source).body)))
    names, marks = run_marked([{"source": source, "picks": picks, "filename": "page.py"}], "work", left_out, lambda tree, file: compile(tree, file, "exec"))
    return names["work"](*arguments), marks.as_plain_data()


LOOPS = """
def work(numbers):
    total = 0
    for one in numbers:
        if one > 1:
            total += one
        else:
            continue
    while total > 100:
        total -= 1
    return total
"""


def test_loops_conditions_values_and_the_return_are_counted():
    value, marks = ran(LOOPS, [1, 2, 3])
    assert value == 5
    assert marks["loops"] == [(3, 3)]
    assert marks["branches"] == [(4, 1, 2)]
    assert marks["values"] == [(2, "total", 1, ("value", 0)), (5, "total", 2, ("value", 5))]
    assert marks["returns"] == [(10, 1, ("value", 5))]


def test_the_items_of_a_comprehension_are_counted_behind_its_condition():
    value, marks = ran("def work(numbers):\n    return {n: [n * k for k in (1, 2)] for n in numbers if n}", [0, 1, 2])
    assert value == {1: [1, 2], 2: [2, 4]}
    assert marks["items"] == [(2, 6)]  # both comprehensions of the line: no question is made of that


def test_other_functions_in_it_have_no_marks():
    _, marks = ran("def work(numbers):\n    def inside(n):\n        k = n\n        return k\n    return sorted(numbers, key=lambda n: [m for m in (n,)])[0] + inside(1)", [3, 1])
    assert marks["values"] == [] and marks["items"] == [] and [row[0] for row in marks["returns"]] == [5]


def test_a_statement_that_is_left_out_is_not_run():
    value, marks = ran(LOOPS, [1, 2, 3], left_out=5)
    assert value == 0 and marks["values"] == [(2, "total", 1, ("value", 0))]


def test_an_array_as_a_condition_raises_as_without_marks():
    with pytest.raises(ValueError, match="ambiguous"):
        ran("def work(numbers):\n    if numbers:\n        return 1", np.arange(3))


def test_a_call_that_does_too_much_ends(monkeypatch):
    monkeypatch.setattr(marked_code, "MOST_MARKS", 50)
    with pytest.raises(marked_code.TooManyMarks):
        ran("def work(numbers):\n    while True:\n        try:\n            numbers += 1\n        except Exception:\n            pass", 1)


@pytest.mark.parametrize(
    ("value", "noted"),
    [
        (True, ("value", True)),
        (np.uint8(7), ("value", 7)),
        ((2, "cook"), ("value", (2, "cook"))),
        (0.5, ("nothing",)),
        ([0.5, 1], ("length", 2, None)),
        ("it's", ("nothing",)),
        (10**9, ("nothing",)),
        (np.array([3, 1]), ("array", (2,), "int64", [3, 1], None)),
        (np.array([[3, 9], [9, 1]], np.uint8), ("array", (2, 2), "uint8", None, ((0, 1), 9))),
        (np.ones((2, 3)), ("array", (2, 3), "float64", None, None)),
        ({"b": 2, "a": 2, "c": 1}, ("length", 3, ("b", 2))),
        ({"b": 0.5}, ("length", 1, None)),
        ({1, 2}, ("length", 2, None)),
    ],
)
def test_of_a_value_only_what_has_one_answer_is_noted(value, noted):
    assert noted_value(value) == noted
