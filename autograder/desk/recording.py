"""From a graded class into the course's database, and stored pages judged again."""

from __future__ import annotations

import datetime
import hashlib
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.content.assignment import Assignment
from autograder.content.discovery import Handed
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message
from autograder.core.records import Report
from autograder.core.settings import Settings
from autograder.desk import receipts
from autograder.desk.course_file import CourseFile
from autograder.desk.keys import CourseKey
from autograder.desk.publishing import PRIVATE
from autograder.desk.store import Graded, LogEntry, Store
from autograder.desk.submitted import TYPED, UNKNOWN, as_utc, time_of
from autograder.grading import batch
from autograder.grading.run import ClassRun
from autograder.reports.json_files import read_report

WORK = ".judged"  # where the class is judged; what is given out is in ``publishing.REPORTS``


@dataclass(frozen=True)
class StoredPage:
    """A page from the database that is to be judged again; ``variant``: by which one."""

    name: str
    file: str
    content: bytes
    variant: str = ""


def work_folder(course: CourseFile, assignment: str) -> Path:
    """A private folder in which an assignment is judged; results of earlier runs are there."""
    folder = course.folder / WORK / assignment
    folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    (course.folder / WORK).chmod(PRIVATE)
    return folder


def judging(course: CourseFile, entries: Iterable[LogEntry], assignment: str) -> Settings:
    """How an assignment is judged: checks that are switched off let no other check wait."""
    off = {f"{one.exercise}::{one.check}" for one in entries if one.kind is CorrectionKind.OFF and one.assignment == assignment}
    return replace(course.settings, off=tuple(sorted(off)))


def record(
    run: ClassRun, course: CourseFile, store: Store, name: str, submitted: datetime.datetime | None = None
) -> tuple[int, list[str]]:
    """Takes a class that was just judged into the database, all of it or nothing.

    Args:
        run: it is finished, and its pages are still there.
        name: of the course's assignment. submitted: when all of these pages were, if a person has said so.

    Returns:
        How many gradings are new, and sentences about pages that were changed while they were judged.
    """
    key = CourseKey(course.folder)
    pages = {one.name: one.path for one in run.found.handed}
    found: list[Graded] = []
    problems: list[str] = []
    for submission in run.done:
        report = read_report(run.out / f"{run.stems[submission]}.json")
        page = pages.get(submission)
        content = page.read_bytes() if page is not None else b""
        if page is not None and report.source_sha256 not in ("", hashlib.sha256(content).hexdigest()):
            problems.append(message("{name}: the page was changed while it was judged, so nothing was saved. Grade it again.", name=submission))
            continue
        when, known_by = (None, UNKNOWN) if page is None else time_of(page)
        if submitted is not None:
            when, known_by = as_utc(submitted), TYPED
        found.append(_graded(report, content, page.name if page else "", run.assignment, run.settings, key, when, known_by))
    return store.record(name, found), problems


def as_before(again: Report, before: Report) -> Report:
    """A report on a stored page, with what only the file's name says of whose it is."""
    return replace(again, submission=before.submission, person=before.person, platform=before.platform, late=before.late)


def with_receipts(found: Iterable[Graded], course: CourseFile, assignment: Assignment, settings: Settings) -> list[Graded]:
    """Stored pages that were judged again, with their receipts."""
    key = CourseKey(course.folder)
    return [_graded(one.report, one.content, one.file, assignment, settings, key, one.submitted, one.known_by) for one in found]


def judge_again(
    pages: Iterable[StoredPage], assignment: Assignment, settings: Settings, jobs: int | None = None, work: Path | None = None
) -> dict[str, Report]:
    """Judges stored pages. What is known of earlier runs is not judged again, if there is a folder for it.

    Args:
        work: the folder with the results of earlier runs.

    Returns:
        The page's name -> its report.
    """
    from autograder.cache.result_cache import FOLDER, ResultCache

    found = {}
    with tempfile.TemporaryDirectory(prefix="autograder-") as place:  # no other user may read it
        handed = []
        for number, page in enumerate(pages):
            path = Path(place, str(number), Path(page.file).name or "page.py")
            path.parent.mkdir()
            path.write_bytes(page.content)
            handed.append(Handed(page.name, path, page.variant))
        if not handed:
            return {}
        cache = ResultCache(assignment, settings, work / FOLDER if work else None)
        for report in batch.grade(handed, assignment.folder, settings, jobs, cache=cache):
            found[report.submission] = report
    return found


def _graded(
    report: Report,
    content: bytes,
    file: str,
    assignment: Assignment,
    settings: Settings,
    key: CourseKey,
    when: datetime.datetime | None,
    known_by: str,
) -> Graded:
    receipt = receipts.make(report, content, file, assignment, settings, key, when.isoformat() if when else "")
    return Graded(report, content, file, when, known_by, receipt)
