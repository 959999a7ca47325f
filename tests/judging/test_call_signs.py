"""What several calls show together is true of them, and is said only where it matters."""

import numpy as np
import pytest

from autograder.expectations.answer import Answer, Compared
from autograder.expectations.value_words import flat
from autograder.judging.call_signs import hash_of, of_calls
from autograder.transport.tables import Table, TableColumn


def call(value: object, expected: object, **arguments: object) -> Answer:
    handed = {name: hash_of(one) for name, one in arguments.items()}
    return Answer("f(x)", value, handed=handed, compared=[Compared(flat(value), expected)])


def series(*numbers):
    return Table("Series", (TableColumn(None, "int64", np.array(numbers)),), (TableColumn(None, "range", np.arange(len(numbers))),))


SAID = {
    "the same for every call": ([call(3, 3, x=1), call(3, 5, x=2)], "2 calls with different arguments gave the same."),
    "the same for three calls": ([call(3, 3, x=1), call(3, 5, x=2), call(3, 4, x=3)], "3 calls with different arguments gave the same."),
    "the same table": ([call(series(1, 2), {"a": 1}, x=1), call(series(1, 2), {"a": 2}, x=2)], "2 calls with different arguments"),
    "the same array": ([call(np.ones(3), [1, 1, 1], x=1), call(np.ones(3), [1, 2, 3], x=2)], "gave the same"),
    "one argument": (
        [call(3, 3, x=1, y=1), call(3, 4, x=1, y=2), call(5, 5, x=2, y=1)],
        "Where calls differ in y alone, it gave the same each time.",
    ),
    "one factor": ([call(2, 1, x=1), call(5, 2.5, x=2), call(9, 4.5, x=3)], "In all 3 calls so far: every number is the expected one times 2."),
    "one factor of two numbers each": ([call((50, 20), (0.5, 0.2), x=1), call([10, 30], [0.1, 0.3], x=2)], "In all 2 calls so far: every number is the expected one times 100."),
    "one factor of mappings": ([call({0: 4, 1: 2}, {0: 2, 1: 1}, x=1), call({0: 1, 1: 3}, {0: 0.5, 1: 1.5}, x=2)], "every number is the expected one times 2."),
    "whole numbers only": ([call(1, 1, x=1), call(2, 2.5, x=2), call(4, 4.5, x=3)], "right where a whole number is expected"),
}
NOT_SAID = {
    "a single call": [call(3, 4, x=1)],
    "the same expected each time": [call(3, 4, x=1), call(3, 4, x=2)],
    "the same arguments each time": [call(3, 3, x=1), call(3, 5, x=1)],
    "different values": [call(3, 3, x=1), call(4, 5, x=2)],
    "nothing given": [call(None, 3, x=1), call(None, 5, x=2)],
    "one argument matters once": [call(3, 3, x=1, y=1), call(3, 4, x=1, y=2), call(7, 4, x=1, y=3), call(5, 5, x=2, y=1)],
    "other keys": [call({0: 4, 1: 2}, {0: 2, 2: 1}, x=1), call({0: 1, 1: 3}, {0: 0.5, 1: 1.5}, x=2)],
    "truth values": [call(True, 0, x=1), call(False, 1, x=2), call(True, 0, x=3)],
    "two arguments at once": [call(3, 3, x=1, y=1), call(3, 4, x=2, y=2), call(5, 5, x=3, y=3)],
    "an argument that is an object": [call(3, 3, x=object()), call(3, 5, x=object())],
    "an argument that is too large": [call(3, 3, x=np.zeros(2**18)), call(3, 5, x=np.ones(2**18))],
    "never compared": [Answer("f(x)", 3), Answer("f(x)", 3)],
}


@pytest.mark.parametrize(("answers", "text"), SAID.values(), ids=SAID)
def test_what_several_calls_show_is_said(answers, text):
    (said,) = of_calls("f", answers)
    assert text in said


@pytest.mark.parametrize("answers", NOT_SAID.values(), ids=NOT_SAID)
def test_what_shows_nothing_is_not_said(answers):
    assert of_calls("f", answers) == []


def test_calls_of_another_function_are_not_counted():
    assert of_calls("g", [call(3, 3, x=1), call(3, 5, x=2)]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (1, True),
        (1, 1.0),
        ("1", 1),
        ([1, 2], [2, 1]),
        ([1, 2], (1, 2)),
        (np.zeros((1, 2)), np.zeros((2, 1))),
        (np.zeros(2, np.float32), np.zeros(2)),
        ({"a": 1}, {"b": 1}),
        ([["a"], "b"], [["a", "b"]]),
        (series(1, 2), series(2, 1)),
        (series(1, 2), [1, 2]),
    ],
)
def test_values_that_differ_have_other_hashes(one, other):
    assert "" != hash_of(one) != hash_of(other) != ""
