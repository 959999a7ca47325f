"""What was typed into the desk's forms, as corrections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message
from autograder.desk.correcting import CannotCorrect, CourseDesk, Planned
from autograder.desk.course_file import CourseAssignment
from autograder.desk.moments import typed_time
from autograder.desk.web_pages import KINDS
from autograder.lms.csv_sheet import plain_number


def for_student(desk: CourseDesk, mine: CourseAssignment, student: str, typed: Mapping[str, str]) -> Planned:
    """What the form on a student's page asks for.

    Raises:
        CannotCorrect: something is missing, or not of the form that is needed.
        CourseUnusable: there is no such student.
    """
    kind = choice(KINDS, typed)
    reason, by = typed.get("reason", ""), typed.get("by", "")
    what = typed.get("what", "") if kind in (CorrectionKind.POINTS, CorrectionKind.COMMENT) else ""
    points, until = None, None
    if kind is CorrectionKind.POINTS:
        points = plain_number(typed.get("points", ""))
        if points is None:
            raise CannotCorrect(message("Points are a number, such as 7.5."))
    if kind is CorrectionKind.EXTENSION:
        until = _time(typed.get("until", ""), message("The new deadline is a date and a time, such as 2026-05-31T23:59."))
    if kind is CorrectionKind.SUBMITTED:
        until = _time(typed.get("submitted", ""), message("When a page was submitted is a date and a time, such as 2026-05-31T23:59."))
    attempt = typed.get("attempt", "")
    return desk.for_student(mine, student, kind, by, reason, what, points, until, int(attempt) if attempt.isdecimal() else 0)


def _time(text: str, problem: str) -> datetime.datetime:
    """A time that was typed, in this machine's time zone where it names none.

    Raises:
        CannotCorrect: it is not one; problem: what is said then.
    """
    try:
        return typed_time(text)
    except ValueError:
        raise CannotCorrect(problem) from None


def choice(known: Mapping[str, CorrectionKind], typed: Mapping[str, str]) -> CorrectionKind:
    """The kind of correction that was chosen.

    Raises:
        CannotCorrect: it is not one of them.
    """
    kind = known.get(typed.get("kind", ""))
    if kind is None:
        raise CannotCorrect(message("Choose what to do."))
    return kind
