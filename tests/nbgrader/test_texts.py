"""A text that a person marks, through nbgrader: released with a prompt, waiting in formgrader, marked once and kept."""

import csv
import io

import pytest
import text_miniature
from nbgrader_course import cell, new_course, new_kit, written

pytestmark = pytest.mark.slow
RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}


def answered(notebook, text=None, **bodies):
    notebook = written(notebook, **(bodies or RIGHT))
    if text is not None:
        cell(notebook, "WHY")["source"] = f'WHY = """\n{text}\n"""'
    return notebook


@pytest.fixture(scope="module")
def course(tmp_path_factory, commands):
    """Ada has written a text, Ben has not; graded once. The tests go on from one another, because each command takes seconds."""
    kit = new_kit(tmp_path_factory.mktemp("kit"), commands, text_miniature.FILES)
    course = new_course(tmp_path_factory.mktemp("courses") / "texts", kit, commands)
    course.hand_in("ada", answered(course.released(), "Because *twice* is twice."))
    course.hand_in("ben", answered(course.released()))
    done = course.grade()
    assert done.code == 1, done.output
    return course, done.output


def rows(course):
    found = csv.DictReader(io.StringIO((course.folder / "reports" / "miniature" / "grades.csv").read_text()))
    return {row["submission"]: row for row in found}


def grades(course):
    """student -> (automatic score, score of a person, needs a person, maximum) of the text."""
    return {row[0]: (row[2], row[3], bool(row[5]), row[6]) for row in course.grades() if row[1] == "WHY"}


def test_the_released_cell_has_the_prompt_and_its_points(course):
    released = cell(course[0].released(), "WHY")
    assert "".join(released["source"]) == 'WHY = """\nWrite your answer here.\n"""'
    told = released["metadata"]["nbgrader"]
    assert (told["grade"], told["solution"], told["locked"], told["points"]) == (True, True, False, 5)


def test_written_or_not_it_waits_for_a_person_and_is_no_zero(course):
    assert grades(course[0]) == {"ada": (None, None, True, 5.0), "ben": (None, None, True, 5.0)}
    assert "! WHY: needs manual grading in formgrader: ada, ben." in course[1]
    assert (rows(course[0])["ada"]["WHY"], rows(course[0])["ada"]["total"]) == ("", "")
    assert course[0].marks()["ada"]["double_check"] == 50.0


def test_the_mark_of_a_person_is_kept_when_the_class_is_graded_again(course):
    course = course[0]
    course.sql(
        "UPDATE grade SET manual_score = 4, needs_manual_grade = 0 WHERE cell_id IN (SELECT id FROM base_cell WHERE name = 'WHY')"
    )
    course.sql(
        "UPDATE comment SET manual_comment = 'Well put.' WHERE cell_id IN (SELECT id FROM base_cell WHERE name = 'WHY')"
    )
    checks = course.folder / "solutions" / "miniature" / "checks" / "test_total.py"
    checks.write_text(checks.read_text() + "\n")
    done = course.grade()
    assert done.code == 0, done.output
    assert {row[1:3] for row in grades(course).values()} == {(4.0, False)}
    assert rows(course)["ada"]["total"] == "104" and rows(course)["ada"]["max"] == "105"


def test_feedback_shows_the_text_and_the_comment(course):
    course = course[0]
    done = course.nbgrader("generate_feedback", "miniature")
    assert done.code == 0, done.output
    page = course.feedback("ada")
    assert "Because" in page and "Well put." in page and text_miniature.SAMPLE not in page


def test_another_text_is_asked_for_again(course):
    course = course[0]
    course.hand_in("ada", answered(course.released(), "Another reason."))
    course.grade()
    assert grades(course)["ada"][2] and grades(course)["ada"][1] == 4.0
    assert not grades(course)["ben"][2]
