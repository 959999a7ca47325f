"""Corrections of marks in an nbgrader course: their log, and what they make of a report.

The log is beside the gradebook, in a separate database, which changes no row. Each time that nbgrader autogrades, what is in the log is
written into the gradebook's cells and comments, so a correction survives every grading, and what is taken back disappears.
"""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.core.corrections import CorrectionKind
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.desk.corrected import corrected
from autograder.desk.course_file import CourseAssignment
from autograder.desk.store import LogEntry, Store
from autograder.desk.submitted import Lateness
from autograder.nbgrader.feedback import in_points_of

if TYPE_CHECKING:
    from nbgrader.api import SubmittedAssignment

FILE = "corrections.db"


class CourseCorrections:
    """The corrections of one assignment of an nbgrader course. Before the first one, there is no file.

    Args:
        root: the course's folder. assignment: its name.
    """

    def __init__(self, root: Path, assignment: str) -> None:
        self.path = root / FILE
        self.assignment = assignment

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The database, made if it is not there.

        Raises:
            CourseUnusable: it cannot be used.
        """
        with Store.at(self.path) as opened:
            yield opened

    def log(self) -> list[LogEntry]:
        """Every correction that was made in this assignment, in order."""
        if not self.path.exists():
            return []
        with self.store() as opened:
            return [one for one in opened.log() if one.assignment == self.assignment]

    def standing(self) -> list[LogEntry]:
        """Those that count now."""
        return [one for one in self.log() if one.kind is not None and not one.undone]


def of_student(entries: Iterable[LogEntry], student: str) -> list[LogEntry]:
    """Those that are about a student: their own, and those about all."""
    return [one for one in entries if one.student in ("", student)]


def digest(log: Sequence[LogEntry], student: str) -> str:
    """Of all that the corrections of a student are; empty if there is nothing."""
    content = [[one.number, one.undone] for one in of_student(log, student) if one.kind is not None]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()[:32] if content else ""


def judging(settings: Settings, standing: Iterable[LogEntry]) -> Settings:
    """How pages are judged: a check that is switched off lets no other check wait."""
    off = {f"{one.exercise}::{one.check}" for one in standing if one.kind is CorrectionKind.OFF}
    return replace(settings, off=tuple(sorted(off)))


def corrected_report(report: Report, standing: Sequence[LogEntry], student: str, worth: Mapping[str, float]) -> Report:
    """A report with its corrections, in the points of the gradebook; the same report if there are none.

    Args:
        standing: all that count in this assignment.
        worth: exercise or text -> the points of its cell.
    """
    entries = of_student(standing, student)
    if not entries:
        return report
    exercises = tuple(in_points_of(one, worth.get(one.name, one.max_score)) for one in report.exercises)
    texts = tuple(replace(one, max_points=worth.get(one.name, one.max_points)) for one in report.for_a_person)
    made = replace(report, exercises=exercises, for_a_person=texts)
    return corrected(made, entries, CourseAssignment(report.assignment, ""), Lateness())  # nbgrader itself knows what is late


def exempt(standing: Iterable[LogEntry]) -> dict[str, str]:
    """Student -> why no mark is needed."""
    return {one.student: one.reason for one in standing if one.kind is CorrectionKind.EXEMPT}


def extend(submission: SubmittedAssignment, log: Sequence[LogEntry], student: str) -> None:
    """Writes a student's later deadline into the gradebook's entry; one that was taken back is removed, and one of nbgrader's own stays."""
    due = submission.assignment.duedate
    entries = [one for one in of_student(log, student) if one.kind is CorrectionKind.EXTENSION]
    if due is None or not entries:
        return
    longer = {one.number: _naive(one.until) - due for one in entries}
    counts = [longer[one.number] for one in entries if not one.undone]
    if counts:
        submission.extension = max(counts[-1], datetime.timedelta(0))
    elif submission.extension in longer.values():
        submission.extension = None


def _naive(until: str) -> datetime.datetime:
    """A moment as the gradebook has it: in UTC, without saying so."""
    return datetime.datetime.fromisoformat(until).astimezone(datetime.UTC).replace(tzinfo=None)
