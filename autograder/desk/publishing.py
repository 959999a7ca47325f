"""What a course gives out: for each assignment a folder of reports with their corrections, a class page and the marks as CSV."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from autograder.content.assignment import Assignment
from autograder.core.records import Report
from autograder.desk import receipts
from autograder.desk.course_answers import answers
from autograder.desk.course_file import CourseFile
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store, comparable_content
from autograder.grading.class_output import ClassFiles, write_class
from autograder.reports.folder import PAGES, write_report
from autograder.reports.json_files import ReportUnreadable, file_stems, is_edited, page_name, read_report

REPORTS = "reports"
PRIVATE = 0o700


def folder_of(course: CourseFile, assignment: str) -> Path:
    """Where an assignment's reports are."""
    return course.folder / REPORTS / assignment


def publish(
    standing: CourseStanding, store: Store, assignment: str, judged_by: Assignment, table: Callable[[list[Report]], str] = lambda _some: ""
) -> tuple[ClassFiles | None, list[str]]:
    """Brings an assignment's folder up to date: only what is different is written.

    Args:
        judged_by: the assignment. table: makes the table of reports, as it is printed.

    Returns:
        The class's files, None if nothing was submitted yet; and whose report was written, by name.
    """
    out = folder_of(standing.course, assignment)
    found = standing.reports(assignment)
    stems = file_stems(one.submission for one in found)
    marks = {mark.shown: mark for mark in standing.marks[assignment].values()}
    private_folder(out)
    written = []
    for report in found:
        stem = stems[report.submission]
        attempt = marks[report.submission].counts
        assert attempt is not None
        receipts.bring_up_to_date(out, stem, attempt.receipt)
        if not _is_there(report, out, stem):
            drawn = store.with_figures(attempt)
            write_report(with_figures(report, drawn), out, stem)
            written.append(report.submission)
    _take_away(out, set(stems.values()))
    if not found:
        return None, written
    return write_class(found, out, judged_by.title, table, stems, answers(standing, store, assignment, judged_by)), written


def private_folder(folder: Path) -> None:
    """Makes a folder that only this user can look into: reports show what hidden checks saw."""
    folder.mkdir(parents=True, exist_ok=True)
    for place in (folder, folder.parent):
        os.chmod(place, PRIVATE)


def _is_there(report: Report, out: Path, stem: str) -> bool:
    """Whether what is in the folder says the same."""
    path = out / f"{stem}.json"
    if is_edited(path) or not (out / PAGES / page_name(stem)).is_file():
        return False
    try:
        before = read_report(path, with_figures=False).to_dict()
    except ReportUnreadable:
        return False
    return _plain(before) == _plain(report.to_dict())


def _plain(content: dict[str, Any]) -> dict[str, Any]:
    """What of a report is the same each time, as JSON has it."""
    return comparable_content(json.loads(json.dumps(content)))


def with_figures(report: Report, drawn: Report) -> Report:
    """A report with corrections, with the figures of that without."""
    exercises = tuple(
        replace(one, checks=tuple(replace(check, figure=same.figure) for check, same in zip(one.checks, other.checks, strict=True)))
        for one, other in zip(report.exercises, drawn.exercises, strict=True)
    )
    return replace(report, exercises=exercises)


def _take_away(out: Path, stems: set[str]) -> None:
    """Removes reports of students who are called otherwise now; all of it can be made again. What a person has changed stays."""
    for path in sorted(out.glob("*.json")):
        if path.stem in stems or path.name.startswith(".") or is_edited(path):
            continue
        for figure in out.glob(f"{path.stem}.*.png"):
            figure.unlink()
        (out / PAGES / page_name(path.stem)).unlink(missing_ok=True)
        (out / f"{path.stem}.receipt").unlink(missing_ok=True)
        path.unlink()
