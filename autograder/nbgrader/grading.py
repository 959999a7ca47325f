"""Reports for a course: the fresh ones as they are kept, the others judged now."""

from __future__ import annotations

import atexit
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path

from autograder.cache.result_cache import FOLDER, ResultCache
from autograder.content import assignment_folder
from autograder.content.discovery import Handed
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.core.shortcuts import Shortcut
from autograder.grading import batch
from autograder.grading.grader import Grader
from autograder.grading.recheck import Recheck
from autograder.nbgrader.course import Course
from autograder.nbgrader.report_store import ReportStore, stamp
from autograder.sandbox.launcher import files_out_of_reach


class CourseGrader:
    """Judges one assignment's submissions and keeps their reports."""

    def __init__(self, folder: Path, store: ReportStore, settings: Settings) -> None:
        self.folder = folder
        self.store = store
        self.settings = settings
        self.grader: Grader | None = None
        self.judged: dict[tuple[str, str], Report] = {}  # by this process: (student, key) -> report
        self.recheck: Recheck | None = None  # of the last class

    @classmethod
    def of(cls, course: Course, settings: Settings) -> CourseGrader:
        """The one for a course's assignment: its libraries stay warm from one submission of a run to the next."""
        global _current
        store = ReportStore(course.reports, stamp(course.solutions, settings))
        if _current is None or (_current.store, _current.folder) != (store, course.solutions):
            close()
            _current = cls(course.solutions, store, settings)
        return _current

    def find(self, one: Handed) -> Report | None:
        """A fresh report, of this run or an earlier one."""
        key = self.store.key(one)
        found = self.judged.get((one.name, key)) or self.store.find(one, key)
        if found is None or (one.name, key) in self.judged:
            return found
        return found if self._is_out_of_reach and self._is_on_todays_data(found) else None

    def report(self, one: Handed) -> Report:
        """A fresh report on one submission, judged now if there is none; what was compared in its class is in that one."""
        found = self.find(one)
        if found is not None:
            return found
        key = self.store.key(one)
        if self.grader is None:
            self.grader = Grader(self.folder, self.settings, cache=self._cache())
        report = self.grader.grade(one)
        if report.status is Status.NOT_GRADED:  # once more, with everything started again
            (report,) = batch.grade([one], self.folder, self.settings, 1)
        return self.keep(report, one, key)

    def all(
        self,
        handed: list[Handed],
        jobs: int | None,
        afresh: bool = False,
        known: Sequence[tuple[Handed, Report]] = (),
    ) -> Iterator[Report]:
        """Judges many submissions side by side. Each report is kept as soon as it is there.

        Of a page that was judged before, only those exercises are judged that may come out differently now.

        Args:
            afresh: forget what earlier runs have found.
            known: fresh reports on other pages of the class. A share of them is judged in full as well; should that come out
                differently, there are new reports on all of these pages, too.
        """
        everybody = [*handed, *(one for one, _report in known)]
        keys = {one.name: self.store.key(one) for one in everybody}
        named = {one.name: one for one in everybody}
        self.recheck = Recheck(self._cache(afresh), self.settings.recheck)
        for one, report in known:
            self.recheck.note_stored(one, report)
        graded = batch.grade(
            handed, self.folder, self.settings, jobs, cache=self.recheck.cache, recheck=self.recheck
        )
        for report in graded:
            name = report.submission
            yield self.keep(replace(report, differences=self.recheck.cache.differences.get(name, ())), named[name], keys[name])

    @property
    def believes_stored_reports(self) -> bool:
        """Whether the class still has the shortcut that a fresh report is not judged again."""
        return Shortcut.STORED not in self._cache().lost

    def _cache(self, afresh: bool = False) -> ResultCache:
        return ResultCache(assignment_folder.load(self.folder), self.settings, self.store.folder / FOLDER, afresh)

    def keep(self, report: Report, one: Handed, key: str) -> Report:
        """Writes a report down, for this run and later ones.

        Args:
            key: from before the file was judged; should the file have changed meanwhile, the report is not fresh.
        """
        report = self.store.keep(report, key)
        self.judged[one.name, key] = report
        return report

    @cached_property
    def _is_out_of_reach(self) -> bool:
        """Whether students' code is kept from writing files. Where it is not, reports of earlier runs are not believed."""
        return files_out_of_reach(self.settings.isolation)

    def _is_on_todays_data(self, report: Report) -> bool:
        """Where other data had to take the place of the assignment's, it may be there by now."""
        assignment = assignment_folder.load(self.folder)
        wanted = assignment.dataset
        return report.dataset in ("", wanted) or report.dataset == assignment.data_sets.name_now(wanted)


_current: CourseGrader | None = None


def close() -> None:
    """Ends the processes that are kept warm."""
    global _current
    if _current is not None and _current.grader is not None:
        _current.grader.close()
    _current = None


atexit.register(close)
