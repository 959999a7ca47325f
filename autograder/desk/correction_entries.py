"""Lines for the log of corrections, from what a person has typed: what is meant is looked up in reports, and what is wrong is said."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from autograder.core.corrections import CorrectionKind
from autograder.core.languages import Message, message
from autograder.core.languages.messages import plural
from autograder.core.near_names import suggest
from autograder.core.records import CheckResult, Report
from autograder.desk.course_file import CourseUnusable
from autograder.desk.store_records import LogEntry
from autograder.reports import wording

LONGEST = 2000  # characters of a reason or a comment


class CannotCorrect(CourseUnusable):
    """This correction is not possible. The text says why, and what is."""


class TakenBack(CannotCorrect):
    """An entry of the log was taken back before.

    Attributes:
        assignment: the name of that which it is about.
    """

    def __init__(self, text: Message, assignment: str) -> None:
        super().__init__(text)
        self.assignment = assignment


def for_student(
    shown: str,
    report: Report | None,
    kind: CorrectionKind,
    assignment: str,
    student: str,
    by: str,
    reason: str,
    what: str = "",
    points: float | None = None,
    until: datetime.datetime | None = None,
    page: str = "",
) -> LogEntry:
    """A correction of one student's mark.

    Args:
        shown: as people call the student. report: as the mark is made of it now; None if nothing was submitted.
        student: the student's key. what: the exercise, text or check, see ``target``.
        until: the new deadline, or when the page was submitted. page: the hash of that page.

    Raises:
        CannotCorrect: see there.
    """
    exercise, check = "", ""
    if kind in (CorrectionKind.POINTS, CorrectionKind.COMMENT) and report is None:
        raise CannotCorrect(message("{student} has submitted nothing for {assignment}, so there is nothing to correct.", student=shown, assignment=assignment))
    reports = [report] if report is not None else []
    if kind is CorrectionKind.POINTS:
        exercise, check, most = target(reports, what)
        if points is None or not 0 <= points <= most:
            raise CannotCorrect(
                plural(
                    "{what} is worth {most} point: expected a number from 0 to {most}.",
                    "{what} is worth {most} points: expected a number from 0 to {most}.",
                    most, what=what, most=wording.points(most),
                )
            )  # fmt: skip
    elif kind is CorrectionKind.COMMENT and what:
        exercise, check, _most = target(reports, what)
    if kind is CorrectionKind.EXTENSION and until is None:
        raise CannotCorrect(message("An extension needs the new deadline."))
    if kind is CorrectionKind.SUBMITTED:
        if until is None:
            raise CannotCorrect(message("Say when the page was submitted: the time is missing."))
        if not page:
            raise CannotCorrect(message("{student} has submitted no page for {assignment}.", student=shown, assignment=assignment))
        if until > datetime.datetime.now(datetime.UTC):
            raise CannotCorrect(message("That time is still to come: a page was submitted before now."))
        check = page
    said = _reason(reason)
    return LogEntry(0, "", _name(by), kind, assignment, student, exercise, check, points, until.isoformat() if until else "", said)


def for_all(reports: Sequence[Report], kind: CorrectionKind, assignment: str, by: str, reason: str, what: str) -> LogEntry:
    """A correction of one check, for all students.

    Args:
        reports: of the class. what: the check, see ``target``.

    Raises:
        CannotCorrect: there is no such check.
    """
    exercise, check, _most = target(reports, what)
    if not check:
        names = ", ".join(one.name for one in checks_of(reports, exercise))
        raise CannotCorrect(message("Name one check of {exercise}: {exercise}::NAME, with one of {names}.", exercise=exercise, names=names))
    return LogEntry(0, "", _name(by), kind, assignment, "", exercise, check, reason=_reason(reason))


def taking_back(log: Sequence[LogEntry], number: int, by: str, reason: str = "") -> LogEntry:
    """A line that takes another one back. To take that back, take back this one.

    Raises:
        CannotCorrect: there is no such line; TakenBack: it is taken back already.
    """
    entry = next((one for one in log if one.number == number), None)
    if entry is None:
        raise CannotCorrect(message("The log has no entry {number}. See them with   autograder override --log", number=number))
    if entry.undone:
        raise TakenBack(message("Entry {number} was taken back already, by entry {undone}.", number=number, undone=entry.undone), entry.assignment)
    return LogEntry(0, "", _name(by), None, entry.assignment, entry.student, entry.exercise, entry.check, reason=reason, undoes=number)


def target(reports: Sequence[Report], what: str) -> tuple[str, str, float]:
    """The exercise or text, and the check, that a person means; and what it is worth.

    Args:
        reports: of a class, or of one student.
        what: ``double``, ``double::test_hidden``, or ``double::3`` for the third check.

    Raises:
        CannotCorrect: there is none.
    """
    name, _, check = what.partition("::")
    exercises = {one.name: one for report in reports for one in report.exercises}
    texts = {one.name: one for report in reports for one in report.for_a_person}
    if name in texts and not check:
        return name, "", texts[name].max_points
    if name not in exercises:
        known = [*exercises, *texts]
        raise CannotCorrect(
            message(
                "There is no exercise {name}.{near} There is: {known}.",
                name=repr(name), near=suggest(name, known), known=", ".join(known) or message("nothing submitted yet"),
            )
        )  # fmt: skip
    exercise = exercises[name]
    if not check:
        return name, "", exercise.max_score
    names = [one.name for one in exercise.checks]
    if check.isdecimal() and 0 < int(check) <= len(names):
        check = names[int(check) - 1]
    alike = [one for one in names if check in (one, one.partition("[")[0])]
    if len(alike) != 1:
        raise CannotCorrect(
            message("{exercise} has no check {check}.{near} It has: {names}.", exercise=name, check=repr(check), near=suggest(check, names), names=", ".join(names))
        )
    found = next(one for one in exercise.checks if one.name == alike[0])
    return name, found.name, found.max_points


def checks_of(reports: Sequence[Report], exercise: str) -> Sequence[CheckResult]:
    """The checks of an exercise, as the first report with it has them; none if no report has it."""
    return next((one.checks for report in reports for one in report.exercises if one.name == exercise), ())


def _name(by: str) -> str:
    name = " ".join(by.split())
    if not name:
        raise CannotCorrect(message("Say who makes this correction: a name is missing."))
    return name[:200]


def _reason(reason: str) -> str:
    text = reason.strip()
    if not text:
        raise CannotCorrect(message("Say why: a reason is missing. Students see it."))
    if len(text) > LONGEST:
        raise CannotCorrect(message("The reason has {number} characters; at most {most} are possible.", number=len(text), most=LONGEST))
    return text
