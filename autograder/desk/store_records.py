"""What a course's database holds, as records: attempts, gradings, and the log of corrections."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from autograder.core.corrections import CorrectionKind
from autograder.core.languages.dates import day
from autograder.core.records import Report
from autograder.desk.roster import Source

OF_ALL = (CorrectionKind.OFF, CorrectionKind.EVERYBODY)  # corrections of a check, for all students


@dataclass(frozen=True)
class StoredAttempt:
    """One page that a student has submitted, and what the last grading of it has found.

    Attributes:
        number: in the database. grading: the number of the last grading.
        source: whose it is. page: the hash of its content; empty where there was no page.
        submitted: in UTC; None if it is not known. known_by: see ``submitted``.
        report: as the checks have it, without corrections and without figures.
        gradings: how often it was graded. receipt: of the last grading, as JSON.
    """

    number: int
    grading: int
    assignment: str
    source: Source
    page: str
    file: str
    submitted: datetime.datetime | None
    known_by: str
    marked_late: bool
    report: Report
    figures: str
    gradings: int
    receipt: str
    graded: str


@dataclass(frozen=True)
class LogEntry:
    """One line of the log of corrections.

    Attributes:
        check: its name; where it says when a page was submitted, the hash of that page.
        until: a time as ISO has it: a new deadline, or when a page was submitted.
        undone: by which later entry, or 0.
    """

    number: int
    made: str
    by: str
    kind: CorrectionKind | None  # None: it takes another entry back
    assignment: str
    student: str
    exercise: str = ""
    check: str = ""
    points: float | None = None
    until: str = ""
    reason: str = ""
    undoes: int | None = None
    undone: int = 0

    @property
    def when(self) -> str:
        """The day, as people write it here."""
        return day(datetime.datetime.fromisoformat(self.made))


@dataclass(frozen=True)
class StoredGrading:
    """One grading of an attempt: when it was saved, and the report as the checks have it."""

    number: int
    attempt: int
    graded: str
    report: Report


@dataclass(frozen=True)
class Graded:
    """What a grading has found, on its way into the database."""

    report: Report
    content: bytes
    file: str
    submitted: datetime.datetime | None
    known_by: str
    receipt: str = ""


def counting(log: Sequence[LogEntry]) -> list[LogEntry]:
    """The corrections of a log that count: those that no later entry takes back."""
    undone: set[int] = set()
    for one in reversed(log):  # the last one first: it may take back what takes another one back
        if one.undoes is not None and one.number not in undone:
            undone.add(one.undoes)
    return [one for one in log if one.kind is not None and one.number not in undone]


def already_there(log: Sequence[LogEntry], entry: LogEntry) -> int:
    """The number of an entry that counts and says the same, with no later one about the same points, check or deadline; or 0."""
    if entry.kind is None:
        return 0
    alike = [one for one in counting(log) if _about(one) == _about(entry)]
    latest = alike if entry.kind is CorrectionKind.COMMENT else alike[-1:]
    same = [one.number for one in latest if replace(one, number=0, made="", undone=0) == entry]
    return same[-1] if same else 0


def _about(entry: LogEntry) -> tuple[object, ...]:
    """What an entry decides; of two about the same, the later one counts."""
    kind = "check" if entry.kind in OF_ALL else entry.kind
    return kind, entry.assignment, entry.student, entry.exercise, entry.check


def counting_with(log: Sequence[LogEntry], more: Sequence[LogEntry]) -> list[LogEntry]:
    """The corrections that count once these are in the log, too."""
    last = max((one.number for one in log), default=0)
    numbered = [replace(one, number=last + place) for place, one in enumerate(more, 1)]
    whole = [*log, *(replace(one, made=datetime.datetime.now(datetime.UTC).isoformat()) for one in numbered)]
    return counting(whole)
