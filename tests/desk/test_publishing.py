"""A course's reports: what is beside them is what the database has, also after a command was interrupted."""

import course_class
import pytest

from autograder.desk.correcting import CourseDesk
from autograder.desk.course_file import read_course
from autograder.desk.store import Store

pytestmark = pytest.mark.usefixtures("warm_servers")


def test_receipts_are_those_of_the_database(tmp_path):
    """The report is there, so it is not written again; its receipt may be missing, or that of an earlier grading."""
    course = read_course(course_class.copy_to(tmp_path / "here") / "course")
    folder = course.folder / "reports" / "miniature"
    first, second, third = sorted(folder.glob("*.receipt"))
    before = {path: path.read_bytes() for path in (first, second, third)}
    first.unlink()
    second.write_bytes(third.read_bytes())
    with Store(course) as store:
        assert CourseDesk(course, store).publish(course.assignment()) == []
    assert {path: path.read_bytes() for path in (first, second, third)} == before
