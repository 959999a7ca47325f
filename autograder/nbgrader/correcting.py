"""Corrections of an nbgrader course are planned: what is meant, and whose mark in the gradebook changes by how much."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from autograder.cache.result_cache import FOLDER, ResultCache
from autograder.content.discovery import Handed
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import joined, message
from autograder.core.records import Report
from autograder.desk import correction_entries
from autograder.desk.correction_entries import CannotCorrect
from autograder.desk.mark_changes import MarkChange
from autograder.desk.roster import People, Student
from autograder.desk.store import LogEntry
from autograder.desk.store_records import already_there, counting_with
from autograder.grading import batch
from autograder.nbgrader import corrections, gradebook
from autograder.nbgrader.cell_scores import cell_score
from autograder.nbgrader.grading import CourseGrader
from autograder.nbgrader.write_gradebook import Filling
from autograder.reports import wording


@dataclass(frozen=True)
class PlannedEntry:
    """A correction that is not made yet.

    Attributes:
        entry: for the log; None if it has such an entry, and there is its number.
        changes: whose marks change, before late penalties.
        by_hand: (student, cell) where a score that a person has given in formgrader counts, whatever is corrected here.
    """

    entry: LogEntry | None
    there: int = 0
    changes: tuple[MarkChange, ...] = ()
    by_hand: tuple[tuple[str, str], ...] = ()


class CourseCorrector:
    """One assignment of an nbgrader course, in which marks are corrected.

    Args:
        filling: the assignment, opened.
        jobs: processes that judge, where pages have to be judged again.
    """

    def __init__(self, filling: Filling, jobs: int | None = None) -> None:
        self.filling = filling
        self.course = filling.course
        self.jobs = jobs
        self.log = self.course.corrections.log()

    @cached_property
    def people(self) -> People:
        """The students of the gradebook."""
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            found = [
                Student(
                    one.id,
                    " ".join(part for part in (one.first_name, one.last_name) if part) or one.id,
                    tuple(part for part in (one.id, one.email, one.lms_user_id) if part),
                )
                for one in opened.students
            ]
        return People(found, [])

    @cached_property
    def reports(self) -> dict[str, Report]:
        """Student -> what the judge has found, of those who are graded by the checks, the settings and the kit of today."""
        judging = CourseGrader.of(self.course, self.filling.settings)
        return {one.name: report for one in self._handed if (report := judging.find(one)) is not None}

    @property
    def _first(self) -> str:
        """What to do before a mark can be corrected."""
        return message("First:   {command}", command=f"autograder grade --course {os.path.relpath(self.course.root)} --assignment {self.course.name}")

    @cached_property
    def _handed(self) -> list[Handed]:
        return self.course.handed_in()

    def for_student(
        self,
        student: str,
        kind: CorrectionKind,
        by: str,
        reason: str,
        what: str = "",
        points: float | None = None,
        until: datetime.datetime | None = None,
    ) -> PlannedEntry:
        """Plans a correction of one student's mark, in the points of the gradebook.

        Raises:
            CannotCorrect, CourseUnusable: it is not possible; the text says why.
        """
        key = self.people.named(student).key
        if kind is CorrectionKind.EXTENSION:
            self._has_due_date()
        report = self.reports.get(key)
        if report is None and kind in (CorrectionKind.POINTS, CorrectionKind.COMMENT) and key in {one.name for one in self._handed}:
            raise CannotCorrect(joined([message("{student} is not graded by the checks as they are now.", student=self.people.shown[key]), self._first]))
        if report is not None:
            report = self._corrected(report, self._standing(self.log))
        entry = correction_entries.for_student(
            self.people.shown[key], report, kind, self.course.name, key, by, reason, what, points, until
        )
        return self._planned(entry)

    def for_all(self, what: str, kind: CorrectionKind, by: str, reason: str) -> PlannedEntry:
        """Plans that a check counts for no student, or that every student gets its points."""
        if not self.reports:
            raise CannotCorrect(joined([message("No page is graded by the checks as they are now."), self._first]))
        return self._planned(correction_entries.for_all([*self.reports.values()], kind, self.course.name, by, reason, what))

    def undo(self, number: int, by: str, reason: str = "") -> PlannedEntry:
        """Plans to take an entry of the log back."""
        return self._planned(correction_entries.taking_back(self.log, number, by, reason))

    def add(self, entry: LogEntry) -> int:
        """Writes an entry into the log. Returns its number."""
        with self.course.corrections.store() as opened:
            return opened.correct_all([entry])[0]

    # -- whose marks change ------------------------------------------------------------------------------------------------

    def _planned(self, entry: LogEntry) -> PlannedEntry:
        there = already_there(self.log, entry)
        if there:
            return PlannedEntry(None, there)
        before, after = self._standing(self.log), counting_with(self.log, [entry])
        again = self._judged_with(before, after)
        given = self._given()
        changes, by_hand = [], []
        for student, report in self.reports.items():
            old = self._cells(self._corrected(report, before))
            new = self._cells(self._corrected(again.get(student, report), after))
            mine = given.get(student, {})
            by_hand += [(self.people.shown.get(student, student), cell) for cell in new if cell in mine and old.get(cell) != new[cell]]
            was, now = (sum((cells | mine).values()) for cells in (old, new))
            if abs(was - now) > 1e-9:
                changes.append(MarkChange(self.people.shown.get(student, student), wording.points(was), wording.points(now), now - was))
        return PlannedEntry(entry, 0, tuple(changes), tuple(by_hand))

    def _corrected(self, report: Report, standing: Sequence[LogEntry]) -> Report:
        return corrections.corrected_report(report, standing, report.submission, self.filling.worth)

    def _judged_with(self, before: Sequence[LogEntry], after: Sequence[LogEntry]) -> dict[str, Report]:
        """What the judge finds if other checks are switched off; nothing is saved. Only what that can touch is judged."""
        usual = self.filling.settings
        settings = corrections.judging(replace(usual, off=()), after)
        if settings.off == corrections.judging(replace(usual, off=()), before).off:
            return {}
        wanted = [one for one in self._handed if one.name in self.reports]
        cache = ResultCache(self.course.assignment, settings, self.course.reports / FOLDER)
        found = batch.grade(wanted, self.course.solutions, settings, self.jobs, cache=cache)
        return {report.submission: report for report in found}

    def _cells(self, report: Report) -> dict[str, float]:
        """Each exercise or text -> what its cell gives, 0 while a person is waited for."""
        found = {
            name: cell_score(report, name, points).score or 0.0
            for name, points in self.filling.worth.items()
            if any(one.name == name for one in report.exercises)
        }
        return found | {one.name: one.points or 0.0 for one in report.for_a_person}

    def _given(self) -> Mapping[str, dict[str, float]]:
        """Student -> cell -> the score that a person has given in formgrader."""
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            return gradebook.given_by_hand(opened, self.course.name)

    @staticmethod
    def _standing(log: Sequence[LogEntry]) -> list[LogEntry]:
        return [one for one in log if one.kind is not None and not one.undone]

    def _has_due_date(self) -> None:
        """
        Raises:
            CannotCorrect: the gradebook has no due date, so it cannot have a later one.
        """
        with gradebook.open_gradebook(self.course.directory.db_url) as opened:
            if opened.find_assignment(self.course.name).duedate is None:
                raise CannotCorrect(
                    message(
                        "The gradebook has no due date for {assignment}, so no page is late. To set one:   {command}",
                        assignment=self.course.name, command=f'nbgrader db assignment add {self.course.name} --duedate "2026-05-31 23:59 UTC"',
                    )
                )  # fmt: skip
