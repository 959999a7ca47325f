"""A class is graded, with its progress shown, and what came of it is written."""

from __future__ import annotations

import importlib
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from autograder import chosen
from autograder.assignment import Assignment, ChecksBroken
from autograder.cli.errors import ToFix, Wrong
from autograder.cli.progress import class_progress
from autograder.cli.show import console, slash
from autograder.files import write_atomically
from autograder.handed_in import Found, Handed
from autograder.processes.servers import Servers, StartFailed
from autograder.records import Report, Status

BESIDE = " · "  # between a student's name and the name of a page that does not count
MOST_CHANGED = 20  # marks that are told one by one

Earlier = dict[str, tuple[str, Report]]  # submission -> its file's stem, and an outline of its report


def grade_all(
    found: Found,
    assignment: Assignment,
    settings: object,
    jobs: int | None,
    out: Path,
    *,
    earlier: Earlier | None = None,
    regrade: bool = False,
    scheduler: str = "",
    begun: list[Servers] | None = None,
) -> list[Report]:
    """Grades, shows progress, and writes each report as soon as it is there. Returns their outlines, by name.

    Args:
        found: who has handed in what; who has no page gets a report that says so.
        earlier: what earlier runs into this folder have left; with them the class is compared, too.
        regrade: forget what earlier runs into this folder have found.
        scheduler: address of the Dask scheduler whose workers do it; empty for this machine's processes.
        begun: fork servers that load libraries already (see ``processes.servers.begun``).
    """
    from autograder import batch, pools, remembered, reports, suspicion, tasks
    from autograder.crews import CrewTrouble

    handed = [*found.handed, *_beside(found)]
    results = remembered.Results(out / remembered.FOLDER, assignment, settings, afresh=regrade)
    crew = _crew(scheduler, assignment.folder, settings) if scheduler else None
    earlier = {} if earlier is None else earlier
    pages = {one.name for one in found.handed}
    stems = stems_of([*pages, *found.without], earlier)
    done: dict[str, Report] = {}
    beside: dict[str, Report] = {}
    charts = threading.Thread(target=importlib.import_module, args=("matplotlib.figure",), daemon=True)
    spare = max(1, (jobs or pools.cores()) - 1)

    def load_charts(left: int) -> None:
        """What draws the class page loads (0.5 s) as soon as there is a core that has no page to judge."""
        if left <= spare and not charts.ident:
            charts.start()

    def keep(report: Report) -> Report:
        report = _owned(report, found)
        done[report.submission] = reports.outline(report)  # of thousands, only these stay in memory
        reports.write_report(report, out, stems[report.submission])
        return report

    for name, why in found.without.items():
        nobody = Handed(name, Path())
        said = f"No page was handed in: {why}."
        keep(tasks.problem(nobody, assignment.name, settings, Status.UNREADABLE, said))
    load_charts(len(handed))
    try:
        with class_progress(len(handed)) as progress:
            for report in batch.grade(
                handed, assignment.folder, settings, jobs, results=results, crew=crew, begun=begun
            ):
                if report.submission in pages:
                    report = keep(report)
                else:
                    beside[report.submission] = reports.outline(report)
                progress.done(report)
                load_charts(len(handed) - len(done) - len(beside) + len(found.without))
    except (ChecksBroken, StartFailed) as error:
        raise ToFix(f"The checks could not run: {error}") from error
    except CrewTrouble as error:  # in the middle; where none could be had, see ``_crew``
        raise ToFix(str(error)) from error
    ordered = [done[name] for name in sorted(done)]
    whole = [*ordered, *(report for name, (_stem, report) in earlier.items() if name not in done)]
    for alone, report in zip(whole, suspicion.compare(whole), strict=True):
        name, stem = report.submission, stems[report.submission]
        told = [(shown, beside[f"{name}{BESIDE}{shown}"]) for shown, _path in _judged_beside(found, name)]
        if report == alone and not told or (name not in done and reports.is_edited(out / f"{stem}.json")):
            continue
        kept = reports.read_report(out / f"{stem}.json")  # what only the whole class shows, or a student's other pages
        reports.write_report(chosen.noted(replace(kept, suspicions=report.suspicions), told), out, stem)
        if name in done:
            done[name] = chosen.noted(report, told)
        else:
            earlier[name] = stem, report
    return [done[name] for name in sorted(done)]


def stems_of(names: Iterable[str], earlier: Earlier) -> dict[str, str]:
    """Submission's name -> the stem of its files, for these and those of earlier runs, which keep theirs."""
    from autograder import reports

    before = {name: stem for name, (stem, _report) in earlier.items() if stem in reports.possible_stems(name)}
    return reports.file_stems([*names, *earlier]) | before


def _beside(found: Found) -> list[Handed]:
    """Pages beside those that count, which are judged too: so that it can be said what they would have earned."""
    return [
        Handed(f"{name}{BESIDE}{shown}", path) for name in found.worked for shown, path in _judged_beside(found, name)
    ]


def _judged_beside(found: Found, name: str) -> list[tuple[str, Path]]:
    return found.worked.get(name, [])[: chosen.MOST_JUDGED]


def _owned(report: Report, found: Found) -> Report:
    """The same report with what the file's name has told."""
    owner = found.owners.get(report.submission)
    return replace(report, person=owner.person, platform=owner.platform, late=owner.late) if owner else report


def write_class(done: list[Report], out: Path, title: str, stems: Mapping[str, str] | None = None) -> Path:
    """Prints the class table; writes the same as CSV and as a page. Returns the page.

    Args:
        done: in the order of the table; outlines are enough.
        title: the assignment's.
        stems: submission's name -> its files' stem, where it is not that of ``reports.file_stems``.
    """
    from autograder import confine, reports
    from autograder.reports.folder import CLASS_PAGE

    named = reports.named(done)
    reports.print_class(list(named.values()), console())
    write_atomically(out / "grades.csv", reports.class_csv(done))
    when = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    isolation = confine.sentence(confine.lowest({report.isolation for report in done}))
    stems = stems or reports.file_stems(report.submission for report in done)
    pages = reports.page_addresses({named[name].submission: stem for name, stem in stems.items() if name in named})
    page = reports.class_page(list(named.values()), title=title, when=when, isolation=isolation, pages=pages)
    write_atomically(out / CLASS_PAGE, page.encode("utf-8", "replace"))
    return out / CLASS_PAGE


def of_earlier_runs(out: Path, assignment: str) -> tuple[Earlier, dict[str, list[str]]]:
    """What earlier runs into a folder have left: of this assignment, and the names of those of others."""
    from autograder import reports

    mine: Earlier = {}
    others: dict[str, list[str]] = {}
    for (name, submission), there in reports.earlier_reports(out).items():
        if name == assignment:
            mine[submission] = there
        else:
            others.setdefault(name, []).append(submission)
    return mine, others


def told_of_earlier(done: list[Report], earlier: Earlier, others: Mapping[str, list[str]], out: Path) -> list[str]:
    """Sentences about earlier runs into the same folder: whose mark is another one now, who was not graded this time, and
    that reports of another assignment lie there.
    """
    from autograder import reports
    from autograder.reports import words
    from autograder.reports.filling import names

    said = []
    again = [(earlier[report.submission][1], report) for report in done if report.submission in earlier]
    changed = [(before, now) for before, now in again if _mark(before) != _mark(now)]
    same = [now for before, now in again if _mark(before) == _mark(now)]
    new = [report for report in done if report.submission not in earlier]
    rest = [report for name, (_stem, report) in earlier.items() if name not in {one.submission for one in done}]
    shown = {name: one.submission for name, one in reports.named([*done, *rest]).items()}
    if changed:
        told = [f"{shown[now.submission]} {_mark(before)} → {_mark(now)}" for before, now in changed]
        said.append(f"Other marks than before: {names(told, MOST_CHANGED)}.")
    if rest and same:
        told = [f"{shown[now.submission]} {_mark(now)}" for now in same]
        said.append(f"Graded again with the same mark: {names(told, MOST_CHANGED)}.")
    if rest and new:
        told = [f"{shown[now.submission]} {_mark(now)}" for now in new]
        said.append(f"New in this class: {names(told, MOST_CHANGED)}.")
    if rest:
        one = rest[0]
        said.append(
            f"{words.count(len(rest), 'student')} of earlier runs into {out}{slash()} "
            f"{'keeps the row' if len(rest) == 1 else 'keep their rows'} in the class's files "
            f"({names([shown[report.submission] for report in rest])}). Who is not of the class any more: delete the "
            f"report, {earlier[one.submission][0]}.json for example, then   autograder report {out}"
        )
    for name, who in others.items():
        few = len(who) == 1
        said.append(
            f"{words.count(len(who), 'other report')} {'is' if few else 'are'} in {out}{slash()} ({names(who)}), of "
            f"{reports.one_line(name)}: {'it is' if few else 'they are'} not in this class page. Give each assignment a "
            f"folder of its own:   --out DIR"
        )
    return said


def _mark(report: Report) -> str:
    from autograder.reports import words

    return words.points(report.score) if report.status is Status.GRADED else words.STATUS[report.status]


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
