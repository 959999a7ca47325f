"""A text that is written in the code is not a printed result, and a value is."""

import numpy as np
import pytest

from autograder.content.slicing import Slice
from autograder.judging.printed_values import printed_values

CODE = """
TITLE = "the result:"

def helper(x):
    print(f"start of {x} now")

def f(x):
    print("start")
    print(TITLE, x)
    print("한국어 🎉", x, sep="\\n")

print("not of the function 77")
"""


def code(*picks):
    return Slice([{"source": CODE, "picks": list(picks), "filename": "page"}])


@pytest.mark.parametrize(
    ("output", "is_value"),
    [
        ("", False),
        ("\n \n", False),
        ("start\n", False),
        ("start\nthe result: \n", False),
        ("한국어 🎉\n", False),
        ("start\nthe result: 5\n", True),
        ("[0. 1.]\n", True),
        ("snow\nsun\n", True),
        ("not of the function 77\n", True),
    ],
)
def test_only_what_the_code_does_not_hold_is_a_value(output, is_value):
    assert printed_values(output, code(0, 1, 2)) == (output if is_value else "")


def test_the_fixed_parts_of_an_f_string_are_texts_of_the_code():
    assert printed_values("start of  now\n", code(1)) == ""
    assert printed_values("start of 5 now\n", code(1)) == "start of 5 now\n"


def test_of_texts_that_begin_alike_the_longest_is_taken_away_first():
    source = "def f(x):\n    print('start', x)\n    print('start of all')\n    print('the start of')\n"
    texts = Slice([{"source": source, "picks": [0], "filename": "page"}])
    assert printed_values("start of all\nthe start of\n", texts) == ""


@pytest.mark.parametrize(
    ("output", "is_value"),
    [
        ("ndarray\n", False),
        ("<class 'numpy.ndarray'>\n(2, 3)\nfloat64\n", False),
        ("start\n(2, 3)\n", False),
        ("(3, 2)\n", True),
        ("(2, 3) 5\n", True),
        ("list\n", True),
    ],
)
def test_what_an_argument_is_is_not_a_result(output, is_value):
    assert printed_values(output, code(0, 1, 2), [np.zeros((2, 3)), 7]) == (output if is_value else "")
