"""Ordinary nbgrader assignments in the same course: run and marked by nbgrader itself, as if the kit were not there."""

import json
import re

import pytest
from nbgrader_course import Course, code

pytestmark = pytest.mark.slow


def told(grade_id, points=None, **kinds):
    metadata = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False, **kinds}
    return {**metadata, "grade_id": grade_id, **({"points": points} if points else {})}


SOURCE = {
    "cells": [
        code(
            "def square(x):\n    ### BEGIN SOLUTION\n    return x * x\n    ### END SOLUTION",
            nbgrader=told("square", solution=True),
        ),
        code(
            "assert square(2) == 4\n### BEGIN HIDDEN TESTS\nassert square(-3) == 9\n### END HIDDEN TESTS",
            nbgrader=told("square_test", 3, grade=True, locked=True),
        ),
        code("square(3) / 9 * 2", nbgrader=told("partial_test", 2, grade=True, locked=True)),
    ],
    "metadata": {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    "nbformat": 4,
    "nbformat_minor": 5,
}
ANSWERS = {
    "right": "return x * x",
    "public_only": "return abs(x) * x",  # the hidden test finds it
    "wrong": "return x",
    "blank": "raise NotImplementedError()",
    "copied_cell": "return x * x",
}
EXPECTED = {
    "right": {"square_test": 3.0, "partial_test": 2.0},
    "public_only": {"square_test": 0.0, "partial_test": 2.0},
    "wrong": {"square_test": 0.0, "partial_test": pytest.approx(2 / 3)},
    "blank": {"square_test": 0.0, "partial_test": 0.0},
}
STOCK = (
    "sanitize_preprocessors",
    "autograde_preprocessors",
    "exporter_class",
)


@pytest.fixture(scope="module")
def courses(untouched, tmp_path_factory):
    """The same hand-ins in a course of the kit's, and in one with nbgrader's own settings."""
    folder = tmp_path_factory.mktemp("others")
    ours = untouched.copy(folder / "ours")
    source = ours.folder / "source" / "squares" / "squares.ipynb"
    source.parent.mkdir()
    for number, cell in enumerate(SOURCE["cells"]):
        cell["id"] = f"cell{number}"
    source.write_text(json.dumps(SOURCE))
    ours = Course(ours.folder, ours.run, "squares")
    done = ours.nbgrader("generate_assignment", "squares")
    assert done.code == 0, done.output
    for student, body in ANSWERS.items():
        notebook = ours.released()
        assert "HIDDEN" not in json.dumps(notebook)
        notebook["cells"][0]["source"] = f"def square(x):\n    {body}"
        if student == "copied_cell":
            notebook["cells"].append({**json.loads(json.dumps(notebook["cells"][1])), "id": "again"})
        ours.hand_in(student, notebook)
    stock = ours.copy(folder / "stock")
    config = stock.folder / "nbgrader_config.py"
    config.write_text(config.read_text() + "".join(f"\ndel c.Autograde.{name}" for name in STOCK))
    (stock.folder / "submitted" / "copied_cell" / "squares" / "squares.ipynb").unlink()
    for course in (ours, stock):
        done = course.nbgrader("autograde", "squares")
        assert done.code == 0, done.output
    return ours, stock


def test_marks_are_nbgraders(courses):
    ours, stock = courses
    marks = ours.marks()
    assert marks.pop("copied_cell") == EXPECTED["right"]  # it would stop stock nbgrader
    assert marks == EXPECTED
    assert marks == {student: cells for student, cells in stock.marks().items() if student != "copied_cell"}
    assert [row for row in ours.grades() if row[0] in EXPECTED] == [row for row in stock.grades() if row[0] in EXPECTED]


def test_notebooks_are_what_nbgrader_makes_of_them(courses):
    ours, stock = courses

    def plain(course, student):
        notebook = course.autograded(student)
        return re.sub(r'"execution": \{[^}]*\}|ipykernel_\d+|\d{9,}', "", json.dumps(notebook["cells"], sort_keys=True))

    for student in EXPECTED:
        assert plain(ours, student) == plain(stock, student)


def test_the_kit_refuses_to_grade_it_itself(courses):
    done = courses[0].grade()
    assert done.code == 2 and "nbgrader autograde squares" in done.output
