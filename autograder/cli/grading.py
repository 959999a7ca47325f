"""A class is graded, with its progress shown, and what came of it is written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from autograder.assignment import Assignment
from autograder.cli.errors import ToFix
from autograder.cli.progress import class_progress
from autograder.cli.show import console
from autograder.files import write_atomically
from autograder.records import Report


def grade_all(handed: list, assignment: Assignment, settings: object, jobs: int | None, out: Path) -> list[Report]:
    """Grades, shows progress, and writes each report as soon as it is there."""
    from autograder import batch, reports, suspicion
    from autograder.judge import ChecksBroken
    from autograder.processes import StartFailed

    stems = reports.file_stems(one.name for one in handed)
    done: list[Report] = []
    try:
        with class_progress(len(handed)) as progress:
            for report in batch.grade(handed, assignment.folder, settings, jobs):
                done.append(report)
                reports.write_report(report, out, stems[report.submission])
                progress.done(report)
    except (ChecksBroken, StartFailed) as error:
        raise ToFix(f"The checks could not run: {error}") from error
    compared = suspicion.compare(sorted(done, key=lambda report: report.submission))
    for report in compared:
        if report not in done:  # what only the whole class shows
            reports.write_report(report, out, stems[report.submission])
    return compared


def write_class(done: list[Report], out: Path, title: str, stems: Mapping[str, str] | None = None) -> Path:
    """Prints the class table; writes the same as CSV and as a page. Returns the page.

    Args:
        done: in the order of the table; outlines are enough.
        title: the assignment's.
        stems: submission's name -> its files' stem, where it is not that of ``reports.file_stems``.
    """
    from autograder import confine, reports
    from autograder.reports.folder import CLASS_PAGE

    reports.print_class(done, console())
    write_atomically(out / "grades.csv", reports.class_csv(done))
    when = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    isolation = confine.sentence(confine.lowest({report.isolation for report in done}))
    pages = reports.page_addresses(stems or reports.file_stems(report.submission for report in done))
    page = reports.class_page(done, title=title, when=when, isolation=isolation, pages=pages)
    write_atomically(out / CLASS_PAGE, page.encode("utf-8", "replace"))
    return out / CLASS_PAGE
