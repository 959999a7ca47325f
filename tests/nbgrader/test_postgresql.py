"""A course whose gradebook is on a PostgreSQL server, from the source to the table of marks, by the real commands."""

import csv

import pytest
from nbgrader_course import written

RIGHT = {"double": "return 2 * numbers", "total": "return numbers.sum()"}
CLASS = {"ada": RIGHT, "ben": RIGHT | {"double": "return numbers + 2"}, "cleo": {"total": RIGHT["total"]}, "dora": {}}
MARKS = {"ada": ["50", "50"], "ben": ["0", "50"], "cleo": ["0", "50"], "dora": ["0", "0"]}

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def generated(untouched, postgres, tmp_path_factory):
    """The course with its assignment generated and everybody's work handed in; the database's address."""
    course = untouched.copy(tmp_path_factory.mktemp("generated") / "course")
    address = moved(course, postgres.new())
    done = course.nbgrader("generate_assignment", "miniature", "--force")
    assert done.code == 0, done.output
    for student, functions in CLASS.items():
        course.hand_in(student, written(course.released(), **functions))
    return course, address


@pytest.fixture
def course(generated, postgres, tmp_path):
    """A copy of the course with a copy of its database."""
    made = generated[0].copy(tmp_path / "course")
    moved(made, postgres.new(like=generated[1]))
    return made


def moved(course, address):
    """The course's gradebook is at this address from now on."""
    (course.folder / "gradebook.db").unlink(missing_ok=True)
    with open(course.folder / "nbgrader_config.py", "a") as config:
        config.write(f"\nc.CourseDirectory.db_url = {address!r}\n")
    return address


def exported(course):
    """The table's rows, by student."""
    done = course.autograder("export", "--course", ".", "--to", "marks.csv")
    assert done.code == 0, done.output
    with open(course.folder / "marks.csv", newline="") as file:
        return {row[0]: row[1:] for row in csv.reader(file)}


def test_a_class_graded_by_nbgrader(course):
    done = course.nbgrader("autograde", "miniature")
    assert done.code == 0, done.output
    done = course.nbgrader("generate_feedback", "miniature")
    assert done.code == 0 and "You added two." in course.feedback("ben"), done.output
    found = exported(course)
    assert {student: row[:2] for student, row in found.items() if student in CLASS} == MARKS
    assert found["ada"][3:] == ["100", "100", "100", "graded"]
    assert not (course.folder / "gradebook.db").exists(), "marks went to another place"


def test_a_class_graded_by_us_after_the_server_was_down(course, postgres):
    """A server that is down is told before anybody is judged, and when it is back all goes on."""
    postgres.stop()
    try:
        done = course.grade()
    finally:
        postgres.start()
    assert done.code != 0 and done.output.count("\n") == 1 and "does not answer" in done.output, done.output
    assert not (course.folder / "autograded").exists() and not (course.folder / "reports").exists()
    done = course.grade()
    assert done.code == 0, done.output
    assert {student: row[:2] for student, row in exported(course).items() if student in CLASS} == MARKS
    assert not (course.folder / "gradebook.db").exists(), "marks went to another place"
