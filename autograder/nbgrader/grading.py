"""Reports for a course: the fresh ones as they are kept, the others judged now."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from pathlib import Path

from autograder import batch
from autograder.batch import Grader, Handed
from autograder.judge import Settings
from autograder.nbgrader.course import Course
from autograder.nbgrader.kept import Kept, stamp
from autograder.records import Report, Status


class Judging:
    """Judges one assignment's submissions and keeps their reports."""

    def __init__(self, folder: Path, kept: Kept, settings: Settings) -> None:
        self.folder = folder
        self.kept = kept
        self.settings = settings
        self.grader: Grader | None = None

    @classmethod
    def of(cls, course: Course, settings: Settings) -> Judging:
        """The one for a course's assignment: its libraries stay warm from one submission of a run to the next."""
        global _current
        kept = Kept(course.reports, stamp(course.solutions, settings))
        if _current is None or (_current.kept, _current.folder) != (kept, course.solutions):
            close()
            _current = cls(course.solutions, kept, settings)
        return _current

    def report(self, one: Handed) -> Report:
        """A fresh report on one submission, judged now if there is none."""
        found = self.kept.find(one)
        if found is not None:
            return found
        key = self.kept.key(one)
        if self.grader is None:
            self.grader = Grader(self.folder, self.settings)
        report = self.grader.grade(one)
        if report.status is Status.NOT_GRADED:  # once more, with everything started anew
            (report,) = batch.grade([one], self.folder, self.settings, 1)
        return self.kept.keep(report, one, key)

    def all(self, handed: list[Handed], jobs: int | None) -> Iterator[Report]:
        """Judges many submissions side by side. Each report is kept as soon as it is there."""
        keys = {one.name: self.kept.key(one) for one in handed}
        named = {one.name: one for one in handed}
        for report in batch.grade(handed, self.folder, self.settings, jobs):
            yield self.kept.keep(report, named[report.submission], keys[report.submission])


_current: Judging | None = None


def close() -> None:
    """Ends the processes that are kept warm."""
    global _current
    if _current is not None and _current.grader is not None:
        _current.grader.close()
    _current = None


atexit.register(close)
