"""From the course to an explanation: whose page, by which settings, with which corrections."""

from __future__ import annotations

from autograder.content import variant_folder
from autograder.content.assignment import Assignment
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import message, what_it_says
from autograder.core.near_names import suggest
from autograder.desk import recording
from autograder.desk.correcting import CannotCorrect
from autograder.desk.course_file import CourseAssignment, CourseFile
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.desk.why import Why, explained
from autograder.sandbox.launcher import Starters


def why(course: CourseFile, store: Store, mine: CourseAssignment, assignment: Assignment, student: str, exercise: str) -> Why:
    """Explains a student's points in one exercise.

    Args:
        student: as a person calls the student.

    Raises:
        CourseUnusable: there is no such student or exercise, or nothing was submitted.
    """
    standing = CourseStanding(course, store)
    mark = standing.mark(mine.name, standing.people.named(student))
    if mark.counts is None or mark.report is None or not mark.counts.page:
        raise CannotCorrect(message("{student} has submitted no page for {assignment}.", student=mark.shown, assignment=mine.name))
    counted = next((one for one in mark.report.exercises if one.name == exercise), None)
    if counted is None:
        names = [one.name for one in mark.report.exercises]
        raise CannotCorrect(
            message(
                "There is no exercise {name} in this report.{near} There is: {known}.",
                name=repr(exercise), near=suggest(exercise, names), known=", ".join(names) or message("none"),
            )
        )
    try:
        assignment = variant_folder.of(assignment, mark.counts.report.variant)
    except NoSuchVariant as error:
        raise CannotCorrect(what_it_says(error)) from error
    page = assignment.read_bytes(store.blob(mark.counts.page), mark.counts.file, mark.shown)
    settings = recording.judging(course, store.standing(), mine.name)
    with Starters(settings.spawn, settings.isolation, settings.backend) as starters:
        return explained(mark.shown, page, exercise, counted, mark.report.corrections, assignment, settings, starters)
