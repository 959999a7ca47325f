"""The notebook that students get."""

from autograder.content.notebook import cell_metadata


def test_what_nbgrader_gives_points_for_cannot_be_deleted_and_the_line_that_checks_not_be_edited():
    worth, texts = {"double": 50.0}, {"why": 5.0}
    made = {title: cell_metadata(title, worth, texts) for title in ("double", "double_check", "why", "setup", "setup_check")}
    assert {title for title, one in made.items() if one.get("deletable", True) is False} == {"double", "double_check", "why"}
    assert {title for title, one in made.items() if one.get("editable", True) is False} == {"double_check"}
