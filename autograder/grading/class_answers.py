"""The answers that a class page shows beside each known mistake: their pages are found, and a few are chosen."""

from __future__ import annotations

import functools
import hashlib
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from autograder.content import page_file
from autograder.content.assignment import Assignment
from autograder.content.discovery import collect
from autograder.content.folder_layout import AmbiguousFolder
from autograder.content.shown_answers import AnswerToShow, Private, ShownAnswer, shown_answers
from autograder.content.submission import Submission
from autograder.core.faults import Unreadable, kept_apart
from autograder.core.languages import message
from autograder.core.records import Report
from autograder.grading import graded_places

ClassAnswers = dict[tuple[str, str], tuple[ShownAnswer, ...]]  # (exercise, mistake) -> a few answers


def of_pages(
    assignment: Assignment, reports: Sequence[Report], content: Callable[[Report], bytes | None], also: Sequence[str] = ()
) -> ClassAnswers:
    """A few answers for each known mistake of a class. A fault here costs the answers, and no mark.

    Args:
        reports: outlines are enough; called as they were graded, or as a person calls them.
        content: of a report's page; None if it cannot be had any more. It is asked only for pages with a mistake.
        also: more names of these students.
    """
    return kept_apart(
        message("choosing answers to show"), "the whole class", lambda: _of_pages(assignment, reports, content, also), lambda _status, _text: {}
    )


def of_files(assignment: Assignment, reports: Sequence[Report], paths: Mapping[str, Path], out: Path) -> ClassAnswers:
    """The same, where the pages are files: those of this run, and those of earlier runs where these were graded.

    Args:
        paths: submission -> its page. out: the folder of the reports.
    """

    @functools.cache
    def earlier() -> dict[str, bytes]:
        wanted = {one.source_sha256 for one in reports if one.submission not in paths and _mistakes(one)}
        try:
            return pages_by_hash(assignment, graded_places.places_of(out), wanted)
        except AmbiguousFolder:
            return {}

    def content(report: Report) -> bytes | None:
        if report.submission not in paths:
            return earlier().get(report.source_sha256)
        try:
            data = page_file.read_bytes(paths[report.submission])
        except Unreadable:
            return None
        return data if hashlib.sha256(data).hexdigest() == report.source_sha256 else None

    return of_pages(assignment, reports, content)


def pages_by_hash(assignment: Assignment, places: Sequence[Path], wanted: Iterable[str]) -> dict[str, bytes]:
    """The content of the files that were graded, by its hash.

    Args:
        places: files and folders, as they were typed. wanted: hashes of pages.

    Raises:
        AmbiguousFolder: it cannot be told whose the files in a folder are.
    """
    missing = set(wanted)
    found: dict[str, bytes] = {}
    if not missing or not places:
        return found
    with tempfile.TemporaryDirectory(prefix="autograder-") as unpacked:  # no other user may read it
        there = collect(places, assignment, scratch=Path(unpacked))
        beside = [path for pages in there.worked.values() for _shown, path in pages]
        for path in [*(one.path for one in there.handed), *beside]:
            try:
                data = page_file.read_bytes(path)
            except Unreadable:
                continue
            digest = hashlib.sha256(data).hexdigest()
            if digest in missing:
                found[digest] = data
    return found


def _of_pages(
    assignment: Assignment, reports: Sequence[Report], content: Callable[[Report], bytes | None], also: Sequence[str]
) -> ClassAnswers:
    private = Private([*(text for one in reports for text in (one.submission, one.person, one.platform)), *also])
    pages: dict[str, Submission | None] = {}

    def page(report: Report) -> Submission | None:
        if report.submission not in pages:
            pages[report.submission] = _read(assignment, report, content)
        return pages[report.submission]

    found: dict[str, dict[str, list[AnswerToShow]]] = {}
    for report in reports:
        for (exercise, mistake), smallest in _mistakes(report).items():
            if exercise in assignment.functions:
                answer = AnswerToShow(functools.partial(page, report), smallest)
                found.setdefault(exercise, {}).setdefault(mistake, []).append(answer)
    return {
        (exercise, mistake): chosen
        for exercise, each in found.items()
        for mistake, chosen in shown_answers(assignment, each, exercise, private).items()
    }


def _read(assignment: Assignment, report: Report, content: Callable[[Report], bytes | None]) -> Submission | None:
    data = content(report)
    try:
        return None if data is None else assignment.read_bytes(data, report.source or "page.py", report.submission)
    except Unreadable:
        return None


def _mistakes(report: Report) -> dict[tuple[str, str], str]:
    """(exercise, mistake) -> the small input on which the function is wrong, or nothing."""
    found: dict[tuple[str, str], str] = {}
    for exercise in report.exercises:
        smallest = next((check.smallest for check in exercise.checks if check.smallest), "")
        for check in exercise.checks:
            if check.mistake:
                found[exercise.name, check.mistake] = smallest
    return found
