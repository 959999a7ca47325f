"""The marks of checks are read as pytest reads them."""

import ast

import pytest

from autograder.content.check_marks import marks_of, marks_of_file


@pytest.mark.parametrize("mark", ["pytest.mark.points(2)", "mark.points(2)", "pytest.mark.points"])
def test_a_mark_above_a_check_is_read_however_it_is_written(mark):
    (node,) = ast.parse(f"@{mark}\n@other(3)\ndef test_it(): ...").body
    assert [name for name, _mark in marks_of(node)] == ["points"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("pytestmark = pytest.mark.public", ["public"]),
        ("pytestmark = [pytest.mark.public, pytest.mark.points(2)]", ["public", "points"]),
        ("pytestmark: list = [mark.public]", ["public"]),
        ("other = pytest.mark.public", []),
    ],
)
def test_marks_of_the_whole_file_are_read(line, names):
    assert [name for name, _mark in marks_of_file(ast.parse(line))] == names
