"""The notebook that students get."""

import json

import miniature

from autograder.content import assignment_folder
from autograder.content.notebook import cell_metadata, page_as_notebook


def test_a_notebook_says_in_which_format_it_is(tmp_path):
    """Cells have ids since 4.5, and nbgrader refuses what it does not know."""
    assignment = assignment_folder.load(miniature.write(tmp_path))
    made = json.loads(page_as_notebook(miniature.PAGE, assignment, {"double": 50.0}))
    assert (made["nbformat"], made["nbformat_minor"]) == (4, 5)
    assert all(cell["id"] for cell in made["cells"])


def test_what_nbgrader_gives_points_for_cannot_be_deleted_and_the_line_that_checks_not_be_edited():
    worth, texts = {"double": 50.0}, {"why": 5.0}
    made = {title: cell_metadata(title, worth, texts) for title in ("double", "double_check", "why", "setup", "setup_check")}
    assert {title for title, one in made.items() if one.get("deletable", True) is False} == {"double", "double_check", "why"}
    assert {title for title, one in made.items() if one.get("editable", True) is False} == {"double_check"}


def test_nbgrader_takes_marks_from_a_line_that_checks_and_from_a_text_never_from_the_answers_cell():
    made = {title: cell_metadata(title, {"double": 50.0}, {"why": 5.0})["nbgrader"] for title in ("double", "double_check", "why")}
    assert {title: (one["grade"], one["solution"], one["locked"], one["task"]) for title, one in made.items()} == {
        "double": (False, True, False, False),
        "double_check": (True, False, True, False),
        "why": (True, True, False, False),
    }
