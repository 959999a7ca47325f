"""Which inputs of hidden checks a session remembers, so that no message shows them."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations.handed import File
from autograder.judging.session import SHORT_FILE, SMALL, Session


def hidden(*values: object, **other: object) -> set[str]:
    one = SimpleNamespace(**{"show_inputs": False, "of_checks": True, "hidden_inputs": set(), **other})
    Session.note_input(one, dict(enumerate(values)))
    return one.hidden_inputs


@pytest.mark.parametrize("values", [(3,), (np.arange(SMALL),), ("a", [1, 2]), (File("a.csv", b"1,2"),)], ids=["a number", "an array", "two", "a file"])
def test_a_small_input_of_a_hidden_check_is_remembered(values):
    assert len(hidden(*values)) == 1


@pytest.mark.parametrize("value", [np.arange(SMALL + 1), File("a.csv", b"1" * (SHORT_FILE + 1))], ids=["an array", "a file"])
def test_a_large_input_is_none_that_a_message_would_show(value):
    assert hidden(value) == set()


@pytest.mark.parametrize("other", [{"show_inputs": True}, {"of_checks": False}], ids=["a public check", "a search"])
def test_an_input_that_may_be_shown_is_not_remembered(other):
    assert hidden(3, **other) == set()
