"""A class is graded, with its progress shown, and what came of it is written."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from autograder.assignment import Assignment, ChecksBroken
from autograder.cli.errors import ToFix, Wrong
from autograder.cli.progress import class_progress
from autograder.cli.show import console, slash
from autograder.files import write_atomically
from autograder.processes.servers import Servers, StartFailed
from autograder.records import Report


def grade_all(
    handed: list,
    assignment: Assignment,
    settings: object,
    jobs: int | None,
    out: Path,
    *,
    regrade: bool = False,
    scheduler: str = "",
    begun: list[Servers] | None = None,
) -> list[Report]:
    """Grades, shows progress, and writes each report as soon as it is there. Returns their outlines, by name.

    Args:
        regrade: forget what earlier runs into this folder have found.
        scheduler: address of the Dask scheduler whose workers do it; empty for this machine's processes.
        begun: fork servers that load libraries already (see ``processes.servers.begun``).
    """
    from autograder import batch, pools, remembered, reports, suspicion
    from autograder.crews import CrewTrouble

    results = remembered.Results(out / remembered.FOLDER, assignment, settings, afresh=regrade)
    crew = _crew(scheduler, assignment.folder, settings) if scheduler else None
    stems = reports.file_stems(one.name for one in handed)
    done: list[Report] = []
    charts = threading.Thread(target=importlib.import_module, args=("matplotlib.figure",), daemon=True)
    spare = max(1, (jobs or pools.cores()) - 1)

    def load_charts(left: int) -> None:
        """What draws the class page loads (0.5 s) as soon as there is a core that has no page to judge."""
        if left <= spare and not charts.ident:
            charts.start()

    load_charts(len(handed))
    try:
        with class_progress(len(handed)) as progress:
            for report in batch.grade(
                handed, assignment.folder, settings, jobs, results=results, crew=crew, begun=begun
            ):
                done.append(reports.outline(report))  # of thousands, only these stay in memory
                reports.write_report(report, out, stems[report.submission])
                progress.done(report)
                load_charts(len(handed) - len(done))
    except (ChecksBroken, StartFailed) as error:
        raise ToFix(f"The checks could not run: {error}") from error
    except CrewTrouble as error:  # in the middle; where none could be had, see ``_crew``
        raise ToFix(str(error)) from error
    done.sort(key=lambda report: report.submission)
    compared = suspicion.compare(done)
    for before, report in zip(done, compared, strict=True):
        if report != before:  # what only the whole class shows
            stem = stems[report.submission]
            whole = replace(reports.read_report(out / f"{stem}.json"), suspicions=report.suspicions)
            reports.write_report(whole, out, stem)
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


def others_there(done: list[Report], out: Path) -> list[str]:
    """Sentences about reports of earlier runs in the same folder: of pages that are gone, of a class to which only a late
    page was added now, of another assignment.

    Args:
        done: the reports of this run; at least one.
    """
    from autograder import reports
    from autograder.reports import words
    from autograder.reports.filling import names

    mine = done[0].assignment
    there: dict[str, list[str]] = {}
    for report in reports.other_reports(out, done):
        there.setdefault(report.assignment, []).append(report.submission)
    said = []
    for name, who in there.items():
        few = len(who) == 1
        what = f"{words.count(len(who), 'other report')} {'is' if few else 'are'} in {out}{slash()} ({names(who)})"
        left = f"{'it is' if few else 'they are'} not in this class page"
        if name == mine:
            which = f" --assignment {reports.one_line(mine)}" if len(there) > 1 else ""
            said.append(f"{what}: {left}. This puts all together:   autograder report {out}{which}")
        else:
            what += f", of {reports.one_line(name)}"
            said.append(f"{what}: {left}. Give each assignment a folder of its own:   --out DIR")
    return said


def _crew(scheduler: str, folder: Path, settings: object) -> Callable[[], object]:
    """Makes the crew of a cluster's workers. Where none can be had, the command was wrong; later, something broke."""
    from autograder.crews import CrewTrouble

    try:
        from autograder.cluster import Cluster
    except ImportError as error:
        raise Wrong(f"--scheduler needs Dask ({error}). Try   pip install 'mnist-exercise-kit[cluster]'") from error
    had: list[Cluster] = []

    def make() -> Cluster:
        try:
            had.append(Cluster(scheduler, folder, settings))
        except CrewTrouble as error:
            raise (ToFix if had else Wrong)(str(error)) from error
        return had[-1]

    return make
