"""Marks on their way out: what a table of grades says about one student, from whichever source it comes.

A mark that is not final is not a number. Whoever writes a table leaves its cell empty and says so; a zero in its place
would be a mark that was never given.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from autograder.core.languages import Message, joined, message, spoken, with_and
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.reports import wording
from autograder.reports.sanitize import one_line
from autograder.reports.student_view import to_student
from autograder.reports.translated_reports import translated


class NoTable(ValueError):
    """These marks make no table, or the file cannot take them. The text says what was given and what was expected."""


@dataclass(frozen=True)
class QuestionGrade:
    """One question (an exercise, a graded cell) of one student; ``score`` is None while it is not final."""

    name: str
    score: float | None
    max_score: float


@dataclass(frozen=True)
class Grade:
    """One student's mark in one assignment.

    Attributes:
        student: how the source names the student: a submission's name, nbgrader's student id.
        score: None while it is not final; ``reason`` says why.
        parts: the questions, in order.
        penalty: points taken off for lateness; ``score`` is without them.
        exempt: a person has said that no mark is needed.
        corrections: what a person, or a rule of the course, has changed, a sentence for each.
        waiting: texts that a person has still to mark, and whose points are in none of these numbers.
        platform: which learning platform has named the file, and its number of the student: ``canvas:4711``.
        also: other names that a table may know the student by: an email address, an id of the learning platform.
        full_name: first name and last name, if known.
        feedback: a few lines for the student, plain text.
    """

    assignment: str
    student: str
    score: float | None
    max_score: float
    parts: tuple[QuestionGrade, ...] = ()
    reason: str = ""
    penalty: float = 0.0
    also: tuple[str, ...] = ()
    full_name: str = ""
    feedback: str = ""
    platform: str = ""
    waiting: tuple[str, ...] = ()
    exempt: bool = False
    corrections: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """How the student is called in sentences and tables."""
        return self.full_name if self.platform and self.full_name else self.student

    @property
    def final(self) -> bool:
        return self.score is not None


def of_report(report: Report) -> Grade:
    """What a report says, as a mark. Only what was graded without a bug in the kit is final."""
    final = report.status is Status.GRADED and not report.broken
    reason = "" if final else _reason(report)
    waiting = tuple(text.name for text in report.for_a_person if text.points is None)
    if final and report.texts_count and waiting:
        final, reason = False, message("a person has still to mark {names}", names=", ".join(waiting))
    return Grade(
        assignment=report.assignment,
        student=report.submission,
        score=report.score if final else None,
        max_score=report.max_score,
        parts=tuple(_part(exercise) for exercise in report.exercises) + tuple(map(_text_part, report.for_a_person)),
        reason=reason,
        feedback=_feedback(report) if final else "",
        also=(report.person,) if report.person and not report.platform else (),
        full_name=report.person,
        platform=report.platform,
        waiting=() if report.texts_count and not final else waiting,
        penalty=report.penalty if final else 0.0,
        exempt=report.status is Status.EXEMPT,
        corrections=tuple(one.sentence for one in report.corrections),
    )


def of_one_assignment(marks: Iterable[Grade], asked: str = "") -> list[Grade]:
    """The marks that go into one table, in order of student.

    Args:
        asked: the assignment; it need not be named when there is only one.

    Raises:
        NoTable: none, several assignments, or marks of different worth side by side.
    """
    marks = sorted(marks, key=lambda mark: mark.student)
    names = sorted({mark.assignment for mark in marks})
    if asked and asked not in names:
        known = message("There are marks for {names}.", names=_listed(names)) if names else message("There are no marks.")
        raise NoTable(joined([message("There are no marks for {name}.", name=repr(one_line(asked))), known]))
    if not asked and len(names) > 1:
        raise NoTable(message("These are marks of several assignments: {names}. Choose one: --assignment {first}.", names=_listed(names), first=names[0]))
    wanted = [mark for mark in marks if mark.assignment == (asked or names[0])] if marks else []
    worth = sorted({round(mark.max_score, 6) for mark in wanted if mark.final})
    if len(worth) > 1:
        points = with_and([wording.points(number) for number in worth])
        raise NoTable(
            message("Some of these marks are out of {points}, so they cannot share a column. Grade all of them with the same checks.", points=points)
        )
    return wanted


def most(marks: Sequence[Grade]) -> float:
    """What the assignment is worth, by the marks that are final (all of one worth), else by any."""
    final = [mark.max_score for mark in marks if mark.final]
    return final[0] if final else max((mark.max_score for mark in marks), default=0.0)


def _reason(report: Report) -> str:
    """Why a report is not a mark, in one line: in English, as programs read it, and known in other languages."""
    if report.status is Status.GRADED and report.broken:
        return message("not graded: one of our checks is broken")
    if report.waits:
        return report.waits
    problem = report.problem.strip()
    first = report.problem if "\n" not in problem else problem.split("\n")[0]
    if not first:
        return wording.STATUS[report.status]
    return message("{status}: {why}", status=wording.STATUS[report.status], why=first if isinstance(first, Message) else one_line(first))


def _part(exercise: ExerciseResult) -> QuestionGrade:
    broken = any(check.outcome is Outcome.BROKEN for check in exercise.checks)
    return QuestionGrade(exercise.name, None if broken else exercise.score, exercise.max_score)


def _text_part(text: WrittenAnswer) -> QuestionGrade:
    return QuestionGrade(text.name, text.points, text.max_points)


def _feedback(report: Report) -> str:
    """A line for each exercise that lost points: how many, and the idea that was mixed up."""
    lines = [spoken("{score} points.", score=wording.out_of(report))]
    for exercise in translated(to_student(report)).exercises:
        if exercise.not_started:
            lines.append(spoken("{name}: not started.", name=one_line(exercise.name)))
        elif not exercise.passed:
            named = list(dict.fromkeys(check.feedback for check in exercise.checks if check.feedback))
            missed = [check.title for check in exercise.checks if check.outcome is not Outcome.PASSED]
            why = (
                " ".join(one_line(text, 400) for text in named) or spoken("Not yet: {title}.", title=one_line(missed[0] if missed else ""))
            )
            lines.append(spoken("{name}: {score}. {why}", name=one_line(exercise.name), score=wording.out_of(exercise), why=why))
    waits = wording.texts_waiting(report)
    return "\n".join([*lines, *wording.corrections(report), *([waits] if waits else [])])


def _listed(names: list[str]) -> str:
    return ", ".join(one_line(name) for name in names)
