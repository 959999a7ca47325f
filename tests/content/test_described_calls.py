"""The calls in a description's examples: taken where each argument is written out."""

import miniature
import pytest

from autograder.content import assignment_folder
from autograder.content.described_calls import described_calls

EXAMPLES = """
    Example:
        >>> double(3)
        6
        >>> double(numbers=[1, 2]).sum()
        6
        >>> double(3), double(np.arange(3)), double(), double(1, 2), double(*[4])
        >>> other(5); twice = double
"""


def made(folder, examples):
    text = miniature.PAGE.replace("        An array of the same shape.\n", f"        An array of the same shape.\n{examples}")
    return assignment_folder.load(miniature.write(folder, {"miniature.py": text}))


def test_each_call_with_plain_arguments_is_taken_once_in_the_order_of_the_text(tmp_path):
    assert described_calls(made(tmp_path, EXAMPLES), "double") == [(3,), ([1, 2],)]


@pytest.mark.parametrize("examples", ["", "\n    Example:\n        >>> double(\n        6\n", "\n    Example:\n        >>>double(3)\n"])
def test_without_an_example_that_can_be_read_there_are_none(tmp_path, examples):
    assert described_calls(made(tmp_path, examples), "double") == []
