"""Corrections are made: what is meant, whose marks change and by how much, and only then the entry in the log.

The command and the local server both go this way, so both say and do the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.content import assignment_folder, assignment_search
from autograder.content.assignment import Assignment
from autograder.core.corrections import CorrectionKind
from autograder.core.near_names import suggest
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.desk import recording
from autograder.desk.course_file import CourseAssignment, CourseFile, CourseUnusable
from autograder.desk.publishing import publish
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.store import Graded, LogEntry, Store, counting
from autograder.reports import wording
from autograder.reports.compared_gradings import signed

LONGEST = 2000  # characters of a reason or a comment


class CannotCorrect(CourseUnusable):
    """This correction is not possible. The text says why, and what is."""


@dataclass(frozen=True)
class MarkChange:
    """One student whose mark changes."""

    shown: str
    before: str
    after: str
    difference: float | None  # in points; None where there is no mark before or after


@dataclass(frozen=True)
class Planned:
    """A correction that is not made yet.

    Attributes:
        entries: for the log. changes: whose marks change.
        assignment: that it is about. again: pages that were judged again for it, as they will be saved.
    """

    entries: tuple[LogEntry, ...]
    assignment: CourseAssignment
    changes: tuple[MarkChange, ...]
    again: tuple[Graded, ...] = ()

    @property
    def sentences(self) -> list[str]:
        """Whose marks change, a line for each, and how many."""
        if not self.changes:
            return ["No mark changes."]
        lines = [f"{one.shown}: {one.before} → {one.after}" + ("" if one.difference is None else f" ({signed(one.difference)})") for one in self.changes]
        return [f"{wording.count(len(lines), 'mark')} would change:", *(f"  {one}" for one in lines)]


class CourseDesk:
    """A course in which corrections are made.

    Args:
        jobs: processes that judge; None for what the course says.
    """

    def __init__(self, course: CourseFile, store: Store, jobs: int | None = None) -> None:
        self.course = course
        self.store = store
        self.jobs = jobs or course.jobs

    def standing(self) -> CourseStanding:
        return CourseStanding(self.course, self.store)

    def load(self, mine: CourseAssignment) -> Assignment:
        """What an assignment of the course is judged by."""
        folder = Path(mine.place)
        return assignment_folder.load(folder) if folder.is_dir() else assignment_search.find(mine.place)

    # -- what is meant --------------------------------------------------------------------------------------------------

    def for_student(
        self,
        mine: CourseAssignment,
        student: str,
        kind: CorrectionKind,
        by: str,
        reason: str,
        what: str = "",
        points: float | None = None,
        until: datetime.datetime | None = None,
    ) -> Planned:
        """Plans a correction of one student's mark.

        Args:
            student: as a person calls the student. what: the exercise, text or check, see ``target``.

        Raises:
            CannotCorrect: see there.
            CourseUnusable: there is no such student.
        """
        standing = self.standing()
        mark = standing.mark(mine.name, standing.people.named(student))
        exercise, check = "", ""
        if kind in (CorrectionKind.POINTS, CorrectionKind.COMMENT) and mark.counts is None:
            raise CannotCorrect(f"{mark.shown} has submitted nothing for {mine.name}, so there is nothing to correct.")
        if kind is CorrectionKind.POINTS:
            exercise, check, most = target([mark], what)
            if points is None or not 0 <= points <= most:
                raise CannotCorrect(f"{what} is worth {wording.points(most)} points: expected a number from 0 to {wording.points(most)}.")
        elif kind is CorrectionKind.COMMENT and what:
            exercise, check, _most = target([mark], what)
        if kind is CorrectionKind.EXTENSION and until is None:
            raise CannotCorrect("An extension needs the new deadline.")
        entry = LogEntry(
            0, "", _name(by), kind, mine.name, mark.student.key, exercise, check, points, until.isoformat() if until else "", _reason(reason)
        )
        return self._planned(standing, mine, (entry,))

    def for_all(self, mine: CourseAssignment, what: str, kind: CorrectionKind, by: str, reason: str) -> Planned:
        """Plans that a check counts for no student, or that every student gets its points.

        Where other checks wait for a check that is switched off, the pages concerned are judged again, and nothing is saved yet.

        Raises:
            CannotCorrect: there is no such check.
        """
        standing = self.standing()
        exercise, check, _most = target(list(standing.marks[mine.name].values()), what)
        if not check:
            names = ", ".join(one.name for one in _checks(standing, mine, exercise))
            raise CannotCorrect(f"Name one check of {exercise}: {exercise}::NAME, with one of {names}.")
        entry = LogEntry(0, "", _name(by), kind, mine.name, "", exercise, check, reason=_reason(reason))
        return self._planned(standing, mine, (entry,))

    def undo(self, number: int, by: str, reason: str = "") -> Planned:
        """Plans to take an entry of the log back. To take that back, undo the undo.

        Raises:
            CannotCorrect: there is no such entry, or it is taken back already.
        """
        standing = self.standing()
        entry = next((one for one in standing.log if one.number == number), None)
        if entry is None:
            raise CannotCorrect(f"The log has no entry {number}. See them with   autograder override --log")
        if entry.undone:
            raise CannotCorrect(f"Entry {number} was taken back already, by entry {entry.undone}.")
        mine = self.course.assignment(entry.assignment)
        back = LogEntry(0, "", _name(by), None, entry.assignment, entry.student, entry.exercise, entry.check, reason=reason, undoes=number)
        return self._planned(standing, mine, (back,))

    # -- whose marks change -----------------------------------------------------------------------------------------------

    def _planned(self, standing: CourseStanding, mine: CourseAssignment, entries: tuple[LogEntry, ...]) -> Planned:
        counting = _after(standing.log, entries)
        again = self._judged_again(standing, mine, counting)
        replaced = {number: one.report for number, one in again.items()}
        after = standing.marks_with(mine.name, counting, replaced)
        changes = tuple(
            MarkChange(mark.shown, *_cells(before, mark), _difference(before, mark))
            for key, mark in after.items()
            if len(set(_cells(before := standing.marks[mine.name][key], mark))) > 1
        )
        settings = recording.judging(self.course, counting, mine.name)
        whole = recording.with_receipts(again.values(), self.course, self.load(mine), settings) if again else []
        return Planned(entries, mine, changes, tuple(whole))

    def _judged_again(self, standing: CourseStanding, mine: CourseAssignment, entries: Sequence[LogEntry]) -> dict[int, Graded]:
        """Number of an attempt -> what judging it again has found, for those where a check waits for one that is, or was, off."""
        before = recording.judging(self.course, [one for one in standing.log if one.kind is not None and not one.undone], mine.name)
        settings = recording.judging(self.course, entries, mine.name)
        changed = {one.partition("::")[0] for one in {*before.off} ^ {*settings.off}}
        attempts = [one for mark in standing.marks[mine.name].values() for one in mark.attempts if one.page]
        touched = [one for one in attempts if any(_may_wait(exercise) for exercise in one.report.exercises if exercise.name in changed)]
        if not touched:
            return {}
        pages = [recording.StoredPage(str(one.number), one.file, self.store.blob(one.page)) for one in touched]
        work = recording.work_folder(self.course, mine.name)
        found = recording.judge_again(pages, self.load(mine), settings, self.jobs, work)
        return {
            one.number: Graded(recording.as_before(found[str(one.number)], one.report), page.content, one.file, one.submitted, one.known_by)
            for one, page in zip(touched, pages, strict=True)
        }

    # -- it is made -----------------------------------------------------------------------------------------------------

    def make(self, planned: Planned) -> list[str]:
        """Writes the correction into the log together with what was judged again, and brings the reports that it touches up to date.

        Returns:
            Whose report was written.
        """
        self.store.correct_all(planned.entries, planned.assignment.name, planned.again)
        return self.publish(planned.assignment)

    def publish(self, mine: CourseAssignment) -> list[str]:
        """Brings an assignment's reports up to date. Returns whose was written."""
        _files, written = publish(self.standing(), self.store, mine.name, self.load(mine))
        return written


def target(marks: Sequence[Mark], what: str) -> tuple[str, str, float]:
    """The exercise or text, and the check, that a person means; and what it is worth.

    Args:
        what: ``double``, ``double::test_hidden``, or ``double::3`` for the third check.

    Raises:
        CannotCorrect: there is none.
    """
    name, _, check = what.partition("::")
    reports = [mark.report for mark in marks if mark.report is not None]
    exercises = {one.name: one for report in reports for one in report.exercises}
    texts = {one.name: one for report in reports for one in report.for_a_person}
    if name in texts and not check:
        return name, "", texts[name].max_points
    if name not in exercises:
        known = [*exercises, *texts]
        raise CannotCorrect(f"There is no exercise {name!r}.{suggest(name, known)} There is: {', '.join(known) or 'nothing submitted yet'}.")
    exercise = exercises[name]
    if not check:
        return name, "", exercise.max_score
    names = [one.name for one in exercise.checks]
    if check.isdecimal() and 0 < int(check) <= len(names):
        check = names[int(check) - 1]
    alike = [one for one in names if check in (one, one.partition("[")[0])]
    if len(alike) != 1:
        raise CannotCorrect(f"{name} has no check {check!r}.{suggest(check, names)} It has: {', '.join(names)}.")
    found = next(one for one in exercise.checks if one.name == alike[0])
    return name, found.name, found.max_points


def _checks(standing: CourseStanding, mine: CourseAssignment, exercise: str) -> Sequence[CheckResult]:
    for mark in standing.marks[mine.name].values():
        for one in mark.report.exercises if mark.report else ():
            if one.name == exercise:
                return one.checks
    return ()


def _after(log: Sequence[LogEntry], more: Sequence[LogEntry]) -> list[LogEntry]:
    """The corrections that count once these are in the log, too."""
    numbered = [replace(one, number=len(log) + place) for place, one in enumerate(more, 1)]
    whole = [*log, *(replace(one, made=datetime.datetime.now(datetime.UTC).isoformat()) for one in numbered)]
    return counting(whole)


def _may_wait(exercise: ExerciseResult) -> bool:
    """Whether a check may come out differently if another one does not count, or counts again: it waits, or has not failed alone."""
    return any(check.outcome is not Outcome.PASSED for check in exercise.checks)


def _cells(before: Mark, after: Mark) -> tuple[str, str]:
    """A mark before and after, in words; with what it is out of, where that is another number."""
    one, other = before.report, after.report
    if one is None or other is None or one.max_score == other.max_score:
        return before.cell, after.cell
    out_of = [f"{mark.cell} of {wording.points(report.max_score)}" if mark.share is not None else mark.cell for mark, report in ((before, one), (after, other))]
    return out_of[0], out_of[1]


def _difference(before: Mark, after: Mark) -> float | None:
    one, other = before.grade, after.grade
    if one is None or other is None or one.score is None or other.score is None:
        return None
    return other.score - one.score


def _name(by: str) -> str:
    name = " ".join(by.split())
    if not name:
        raise CannotCorrect("Say who makes this correction: a name is missing.")
    return name[:200]


def _reason(reason: str) -> str:
    text = reason.strip()
    if not text:
        raise CannotCorrect("Say why: a reason is missing. Students see it.")
    if len(text) > LONGEST:
        raise CannotCorrect(f"The reason has {len(text)} characters; at most {LONGEST} are possible.")
    return text
