"""Corrections are made: what is meant, whose marks change and by how much, and only then the entry in the log.

The command and the local server both go this way, so both say and do the same.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.content import assignment_folder, assignment_search
from autograder.content.assignment import Assignment
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import Message, message
from autograder.core.records import ExerciseResult, Outcome
from autograder.desk import recording
from autograder.desk.correction_entries import CannotCorrect as CannotCorrect
from autograder.desk.correction_entries import TakenBack as TakenBack
from autograder.desk.correction_entries import for_all, for_student, taking_back
from autograder.desk.course_file import CourseAssignment, CourseFile
from autograder.desk.course_lock import Work
from autograder.desk.mark_changes import MarkChange, change_sentences
from autograder.desk.publishing import publish
from autograder.desk.standing import CourseStanding, Mark
from autograder.desk.store import Graded, LogEntry, Store
from autograder.desk.store_records import already_there, counting_with
from autograder.reports import wording


@dataclass(frozen=True)
class Planned:
    """A correction that is not made yet.

    Attributes:
        entries: for the log. changes: whose marks change.
        assignment: that it is about. again: pages that were judged again for it, as they will be saved.
        there: number of the entry that says the same and counts already; then there are no entries to add.
        out_of: what the marks are out of afterwards, if that is another number than before.
    """

    entries: tuple[LogEntry, ...]
    assignment: CourseAssignment
    changes: tuple[MarkChange, ...]
    again: tuple[Graded, ...] = ()
    there: int = 0
    out_of: float | None = None

    def sentences(self, done: bool) -> list[Message]:
        """Whose marks change, a line for each, and how many.

        Args:
            done: they have changed already.
        """
        said = change_sentences(self.changes, done)
        if self.out_of is not None:
            points = wording.points(self.out_of)
            said.append(message("These marks are out of {points}. Where Canvas or Moodle counts another number, push and export need   --scale.", points=points))
        return said


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
        attempt: int = 0,
    ) -> Planned:
        """Plans a correction of one student's mark.

        Args:
            student: as a person calls the student. what: the exercise, text or check, see ``target``.
            attempt: the database's number of the attempt of which the time is said; 0 for the one that counts.

        Raises:
            CannotCorrect: see there.
            CourseUnusable: there is no such student.
        """
        standing = self.standing()
        mark = standing.mark(mine.name, standing.people.named(student))
        page = next((one.page for one in mark.attempts if one.number == attempt), "") if attempt else mark.counts.page if mark.counts else ""
        entry = for_student(mark.shown, mark.report, kind, mine.name, mark.student.key, by, reason, what, points, until, page)
        return self._planned(standing, mine, (entry,))

    def for_all(self, mine: CourseAssignment, what: str, kind: CorrectionKind, by: str, reason: str) -> Planned:
        """Plans that a check counts for no student, or that every student gets its points.

        Where other checks wait for a check that is switched off, the pages concerned are judged again, and nothing is saved yet.

        Raises:
            CannotCorrect: there is no such check.
        """
        standing = self.standing()
        entry = for_all(standing.reports(mine.name), kind, mine.name, by, reason, what)
        return self._planned(standing, mine, (entry,))

    def undo(self, number: int, by: str, reason: str = "") -> Planned:
        """Plans to take an entry of the log back. To take that back, undo the undo.

        Raises:
            CannotCorrect: there is no such entry, or it is taken back already.
        """
        standing = self.standing()
        back = taking_back(standing.log, number, by, reason)
        return self._planned(standing, self.course.assignment(back.assignment), (back,))

    # -- whose marks change -----------------------------------------------------------------------------------------------

    def _planned(self, standing: CourseStanding, mine: CourseAssignment, entries: tuple[LogEntry, ...]) -> Planned:
        there = already_there(standing.log, entries[0])
        if there:  # a command that was interrupted may be run again
            return Planned((), mine, (), there=there)
        counting = counting_with(standing.log, entries)
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
        return Planned(entries, mine, changes, tuple(whole), out_of=_out_of(standing.marks[mine.name].values(), after.values()))

    def _judged_again(self, standing: CourseStanding, mine: CourseAssignment, entries: Sequence[LogEntry]) -> dict[int, Graded]:
        """Number of an attempt -> what judging it again has found, for those where a check waits for one that is, or was, off."""
        before = recording.judging(self.course, [one for one in standing.log if one.kind is not None and not one.undone], mine.name)
        settings = recording.judging(self.course, entries, mine.name)
        changed = {one.partition("::")[0] for one in {*before.off} ^ {*settings.off}}
        attempts = [one for mark in standing.marks[mine.name].values() for one in mark.attempts if one.page]
        touched = [one for one in attempts if any(_may_wait(exercise) for exercise in one.report.exercises if exercise.name in changed)]
        if not touched:
            return {}
        pages = [recording.StoredPage(str(one.number), one.file, self.store.blob(one.page), one.report.variant) for one in touched]
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
        with self.store.alone(Work.WRITING):
            if planned.entries:
                self.store.correct_all(planned.entries, planned.assignment.name, planned.again)
            return self.publish(planned.assignment)

    def publish(self, mine: CourseAssignment) -> list[str]:
        """Brings an assignment's reports up to date. Returns whose was written."""
        with self.store.alone(Work.WRITING):  # or reports of an older state could replace those of a newer one
            _files, written = publish(self.standing(), self.store, mine.name, self.load(mine))
        return written


def _may_wait(exercise: ExerciseResult) -> bool:
    """Whether a check may come out differently if another one does not count, or counts again: it waits, or has not failed alone."""
    return any(check.outcome is not Outcome.PASSED for check in exercise.checks)


def _out_of(before: Iterable[Mark], after: Iterable[Mark]) -> float | None:
    """What final marks are out of afterwards; None if it is as before, or not one number."""
    one, other = ({grade.max_score for mark in marks if (grade := mark.grade) is not None and grade.final} for marks in (before, after))
    return other.pop() if len(other) == 1 and one != other else None


def _cells(before: Mark, after: Mark) -> tuple[str, str]:
    """A mark before and after, in words; with what it is out of, where that is another number."""
    one, other = before.report, after.report
    if one is None or other is None or one.max_score == other.max_score:
        return before.cell, after.cell
    out_of = [
        message("{score} of {most}", score=mark.cell, most=wording.points(report.max_score)) if mark.share is not None else mark.cell
        for mark, report in ((before, one), (after, other))
    ]
    return out_of[0], out_of[1]


def _difference(before: Mark, after: Mark) -> float | None:
    one, other = before.grade, after.grade
    if one is None or other is None or one.score is None or other.score is None:
        return None
    return other.score - one.score
