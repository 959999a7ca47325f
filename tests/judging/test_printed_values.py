"""A text that is written in the code is not a printed result, and a value is."""

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
