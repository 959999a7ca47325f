"""A class is graded, with its progress shown, and what came of it is written."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from autograder.assignment import Assignment
from autograder.cli.errors import ToFix, Wrong
from autograder.cli.show import console, progress
from autograder.files import write_atomically
from autograder.records import Report, Status


def grade_all(
    handed: list,
    assignment: Assignment,
    settings: object,
    jobs: int | None,
    out: Path,
    *,
    regrade: bool = False,
    scheduler: str = "",
) -> list[Report]:
    """Grades, shows progress, and writes each report as soon as it is there.

    Args:
        regrade: forget what earlier runs into this folder have found.
        scheduler: address of the Dask scheduler whose workers do it; empty for this machine's processes.
    """
    from autograder import batch, remembered, reports, suspicion
    from autograder.crews import CrewTrouble
    from autograder.judge import ChecksBroken
    from autograder.processes import StartFailed

    results = remembered.Results(out / remembered.FOLDER, assignment, settings, afresh=regrade)
    crew = _crew(scheduler, assignment.folder, settings) if scheduler else None
    stems = reports.file_stems(one.name for one in handed)
    done: list[Report] = []
    try:
        with progress("grading", len(handed)) as (advance, step):
            for report in batch.grade(handed, assignment.folder, settings, jobs, results=results, crew=crew):
                done.append(report)
                reports.write_report(report, out, stems[report.submission])
                step()
                advance(f"grading: {report.submission} {_in_short(report)}")
    except (ChecksBroken, StartFailed) as error:
        raise ToFix(f"The checks could not run: {error}") from error
    except CrewTrouble as error:
        raise Wrong(str(error)) from error
    compared = suspicion.compare(sorted(done, key=lambda report: report.submission))
    for report in compared:
        if report not in done:  # what only the whole class shows
            reports.write_report(report, out, stems[report.submission])
    return compared


def write_class(done: list[Report], out: Path, assignment: Assignment) -> Path:
    """Prints the class table; writes the same as CSV and as a page with pictures. Returns the page."""
    from autograder import confine, reports

    reports.print_class(done, console())
    write_atomically(out / "grades.csv", reports.class_csv(done))
    when = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    isolation = confine.sentence(confine.lowest({report.isolation for report in done}))
    page = reports.class_page(done, title=assignment.title, when=when, isolation=isolation)
    write_atomically(out / "report.html", page.encode())
    return out / "report.html"


def _crew(scheduler: str, folder: Path, settings: object) -> Callable[[], object]:
    """Makes the crew of a cluster's workers."""
    try:
        from autograder.cluster import Cluster
    except ImportError as error:
        raise Wrong(f"--scheduler needs Dask ({error}). Try   pip install 'mnist-exercise-kit[cluster]'") from error

    return lambda: Cluster(scheduler, folder, settings)


def _in_short(report: Report) -> str:
    return f"{report.score:g} of {report.max_score:g}" if report.status is Status.GRADED else str(report.status)
