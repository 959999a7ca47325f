"""A course's learning platform, opened with the token of whoever runs the command."""

from __future__ import annotations

from collections.abc import Callable

from autograder.content.owners import CANVAS
from autograder.core import installed
from autograder.core.languages import message, what_it_says
from autograder.desk.course_file import CourseFile, CourseUnusable
from autograder.desk.store import Store
from autograder.lms.patience import Patience
from autograder.lms.platform import LmsAssignment, LmsError, LmsPlace, Platform
from autograder.lms.token import find_token

NOT_CONNECTED = message(
    "This course is not connected to Canvas or Moodle yet. Give the address that your browser shows:   {canvas}   or   {moodle}   To use LTI:   {lti}",
    canvas="autograder course connect DIR --canvas https://HOST/courses/NUMBER",
    moodle="autograder course connect DIR --moodle https://HOST/course/view.php?id=NUMBER",
    lti="autograder course lti DIR",
)
NOT_OPENED = message(
    "The learning platform has not said yet where this course's marks are. Run   {desk}   and open the tool in your course there. See   {lti}",
    desk="autograder desk DIR", lti="autograder course lti DIR",
)  # fmt: skip
NEEDS = message("{platform} needs packages that are not installed ({name}):   {command}")
TITLES = {"canvas": "Canvas", "moodle": "Moodle"}


def open_platform(place: LmsPlace, say: Callable[[str], None] = lambda _sentence: None, patience: Patience | None = None) -> Platform:
    """The course on its platform. Nothing is asked yet.

    Args:
        say: is given a sentence when the platform makes us wait.

    Raises:
        CourseUnusable: there is no token, or the platform's client is not installed.
    """
    try:
        token = find_token(place.kind, place.address)
    except LmsError as error:
        raise CourseUnusable(what_it_says(error)) from error
    patience = patience or Patience(TITLES[place.kind], say=say)
    try:
        if place.kind == CANVAS:
            from autograder.lms.canvas_api import CanvasCourse

            return CanvasCourse(place.address, place.course, token, patience)
        from autograder.lms.moodle_api import MoodleCourse

        return MoodleCourse(place.address, place.course, token, patience)
    except ModuleNotFoundError as error:
        raise CourseUnusable(NEEDS.having(platform=TITLES[place.kind], name=str(error.name), command=installed.extra("lms"))) from error


def open_course_platform(
    course: CourseFile, store: Store, say: Callable[[str], None] = lambda _sentence: None, patience: Patience | None = None
) -> Platform:
    """The platform of a course, as its settings and its database know it. Nothing is asked yet.

    Raises:
        CourseUnusable: there is none, or it cannot be opened.
    """
    if course.lms is None:
        raise CourseUnusable(NOT_OPENED if course.lti else NOT_CONNECTED)
    if course.lti is None:
        return open_platform(course.lms, say, patience)
    try:
        from autograder.desk.keys import LtiKey
        from autograder.desk.lti_log import latest_services
        from autograder.lms.lti_api import LtiCourse
    except ModuleNotFoundError as error:
        raise CourseUnusable(NEEDS.having(platform="LTI", name=str(error.name), command=installed.extra("desk,lms"))) from error
    services = latest_services(store, course.lti.issuer, course.lti.course)
    if services is None:
        raise CourseUnusable(NOT_OPENED)
    key = LtiKey(course.folder)
    return LtiCourse(course.lti, services, key.private, key.public, patience or Patience(course.lti.title, say=say))


def same_assignments(course: CourseFile, titles: dict[str, str], there: list[LmsAssignment]) -> dict[str, LmsAssignment]:
    """Which assignment of the course is which on the platform, by title or name, where exactly one is alike.

    Args:
        titles: name of an assignment of the course -> its title.
    """
    found = {}
    for one in course.assignments:
        if one.lms:
            alike = [other for other in there if other.number == one.lms]
        else:
            names = {_plain(one.name), _plain(titles.get(one.name, one.name))}
            alike = [other for other in there if _plain(other.title) in names] or [other for other in there if _begins(other.title, names)]
        if len(alike) == 1:
            found[one.name] = alike[0]
    return found


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).split()).casefold()


def _begins(title: str, names: set[str]) -> bool:
    return any(f" {_plain(title)} ".startswith(f" {name} ") or f" {name} " in f" {_plain(title)} " for name in names)
