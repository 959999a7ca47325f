"""Which column of a learning platform has the marks of which assignment; those that are missing can be made."""

from __future__ import annotations

from collections.abc import Mapping

from autograder.core.languages import message
from autograder.desk.course_file import CourseFile, CourseUnusable
from autograder.desk.platform_connection import same_assignments
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.lms.lti_api import LtiCourse
from autograder.lms.platform import LmsAssignment, Platform


def find_columns(
    course: CourseFile, platform: Platform, titles: Mapping[str, str], make: Store | None = None
) -> tuple[dict[str, LmsAssignment], set[str]]:
    """The columns of a course's assignments.

    Args:
        titles: name of an assignment -> its title. make: the course's database, if columns that are missing are to be made for what is graded already.

    Returns:
        Name of an assignment -> its column; and the names of those whose column was made.

    Raises:
        CourseUnusable: the platform is another one than of LTI. LmsError: it cannot be asked.
    """
    if not isinstance(platform, LtiCourse):
        raise CourseUnusable(message("This course is connected to Canvas or Moodle already. Remove the table lms from course.toml to use LTI."))
    found = same_assignments(course, dict(titles), platform.assignments())
    made = set()
    if make is not None:
        standing = CourseStanding(course, make)
        for one in course.assignments:
            reports = standing.reports(one.name)  # only they say out of how many points it is, exercises that do not count left out
            if one.name not in found and reports:
                found[one.name] = platform.make_column(one.name, titles.get(one.name, one.name), reports[0].max_score)
                made.add(one.name)
    return found, made
