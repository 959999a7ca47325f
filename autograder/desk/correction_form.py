"""What was typed into the desk's forms, as corrections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message
from autograder.desk.correcting import CannotCorrect, CourseDesk, Planned
from autograder.desk.course_file import CourseAssignment
from autograder.desk.web_pages import KINDS


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
        try:
            points = float(typed.get("points", "").strip().replace(",", "."))
        except ValueError:
            raise CannotCorrect(message("Points are a number, such as 7.5.")) from None
    if kind is CorrectionKind.EXTENSION:
        try:
            until = datetime.datetime.fromisoformat(typed.get("until", ""))
        except ValueError:
            raise CannotCorrect(message("The new deadline is a date and a time, such as 2026-05-31T23:59.")) from None
        until = until if until.tzinfo else until.astimezone()
    return desk.for_student(mine, student, kind, by, reason, what, points, until)


def choice(known: Mapping[str, CorrectionKind], typed: Mapping[str, str]) -> CorrectionKind:
    """The kind of correction that was chosen.

    Raises:
        CannotCorrect: it is not one of them.
    """
    kind = known.get(typed.get("kind", ""))
    if kind is None:
        raise CannotCorrect(message("Choose what to do."))
    return kind
