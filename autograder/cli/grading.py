"""A class is graded, with its progress shown, and what came of it is written."""

from __future__ import annotations

import functools
import importlib
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from autograder.cli import class_output
from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.progress import class_progress
from autograder.cli.terminal import console, slash
from autograder.content import page_choice
from autograder.content.assignment import Assignment, ChecksBroken
from autograder.content.discovery import Discovery, Handed
from autograder.core.faults import kept_apart, not_final
from autograder.core.files import write_atomically
from autograder.core.records import Report, Status
from autograder.sandbox.fork_server_handle import Servers, StartFailed

BESIDE = " · "  # between a student's name and the name of a page that does not count
MOST_CHANGED = 20  # marks that are told one by one
TABLE, CSV, PAGE = "printing the class table", "writing the class's marks", "drawing the class page"

Earlier = dict[str, tuple[str, Report]]  # submission -> its file's stem, and an outline of its report


def grade_all(
    found: Discovery,
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
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``).
    """
    from autograder import reports
    from autograder.cache.result_cache import FOLDER, ResultCache
    from autograder.grading import batch, process_pool, work_items
    from autograder.grading.backends import CrewTrouble

    handed = [*found.handed, *_beside(found)]
    cache = ResultCache(assignment, settings, out / FOLDER, afresh=regrade)
    backend = _backend(scheduler, assignment.folder, settings) if scheduler else None
    earlier = {} if earlier is None else earlier
    pages = {one.name for one in found.handed}
    stems = stems_of([*pages, *found.without], earlier)
    done: dict[str, Report] = {}
    beside: dict[str, Report] = {}
    charts = threading.Thread(target=importlib.import_module, args=("matplotlib.figure",), daemon=True)
    spare = max(1, (jobs or process_pool.cores()) - 1)

    def load_charts(left: int) -> None:
        """What draws the class page loads (0.5 s) as soon as there is a core that has no page to judge."""
        if left <= spare and not charts.ident:
            charts.start()

    def keep(report: Report) -> Report:
        stem = stems[report.submission]
        outlined = reports.write_or_tell(_owned(report, found), out, stem, reports.outline)
        done[report.submission] = outlined  # of thousands, only these stay in memory
        return outlined

    for name, why in found.without.items():
        nobody = Handed(name, Path())
        said = f"No page was submitted: {why}."
        keep(work_items.problem(nobody, assignment.name, settings, Status.UNREADABLE, said))
    load_charts(len(handed))
    try:
        with class_progress(len(handed)) as progress:
            for report in batch.grade(
                handed, assignment.folder, settings, jobs, cache=cache, crew=backend, begun=begun
            ):
                if report.submission in pages:
                    report = keep(report)
                else:
                    beside[report.submission] = reports.outline(report)
                progress.done(report)
                load_charts(len(handed) - len(done) - len(beside) + len(found.without))
    except (ChecksBroken, StartFailed) as error:
        raise WorkNotRight(f"The checks could not run: {error}") from error
    except CrewTrouble as error:  # in the middle; where none could be had, see ``_backend``
        raise WorkNotRight(str(error)) from error
    ordered = [done[name] for name in sorted(done)]
    whole = [*ordered, *(report for name, (_stem, report) in earlier.items() if name not in done)]
    after = []
    for alone, report in zip(whole, compared(whole), strict=True):
        name = report.submission
        beside_it = [(shown, beside[f"{name}{BESIDE}{shown}"]) for shown, _path in _judged_beside(found, name)]
        if name not in done and reports.is_edited(out / f"{stems[name]}.json"):
            report = alone  # what somebody has written there stays
        after.append(page_choice.noted(report, beside_it) if beside_it else report)
    for report in _rewritten(whole, after, out, stems):
        if report.submission in done:
            done[report.submission] = report
        else:
            earlier[report.submission] = stems[report.submission], report
    return [done[name] for name in sorted(done)]


def stems_of(names: Iterable[str], earlier: Earlier) -> dict[str, str]:
    """Submission's name -> the stem of its files, for these and those of earlier runs, which keep theirs."""
    from autograder import reports

    before = {name: stem for name, (stem, _report) in earlier.items() if stem in reports.possible_stems(name)}
    return reports.file_stems([*names, *earlier]) | before


def _beside(found: Discovery) -> list[Handed]:
    """Pages beside those that count, which are judged too: so that it can be said what they would have earned."""
    return [
        Handed(f"{name}{BESIDE}{shown}", path) for name in found.worked for shown, path in _judged_beside(found, name)
    ]


def _judged_beside(found: Discovery, name: str) -> list[tuple[str, Path]]:
    return found.worked.get(name, [])[: page_choice.MOST_JUDGED]


def _owned(report: Report, found: Discovery) -> Report:
    """The same report with what the file's name has told."""
    owner = found.owners.get(report.submission)
    return replace(report, person=owner.person, platform=owner.platform, late=owner.late) if owner else report


def compared(done: list[Report]) -> list[Report]:
    """The reports of a class with what only the whole class shows; one that cannot be compared is not graded.

    Args:
        done: outlines are enough.
    """
    from autograder.content import integrity

    doing = "comparing the submissions"
    made = class_output.make({doing: integrity.compare}, done)
    found = {report.submission: report for report in made.of.get(doing, ())}
    return [found.get(report.submission, report) for report in made.reports]


@dataclass(frozen=True)
class ClassFiles:
    """What was written of a class.

    Attributes:
        page: the class page.
        reports: as they stand there; a report of which no line could be made is not graded.
        problems: sentences about what is missing.
    """

    page: Path
    reports: list[Report]
    problems: list[str]

    @property
    def whole(self) -> bool:
        """Whether everybody has a final mark, and all could be written."""
        return not self.problems and all(report.status is Status.GRADED for report in self.reports)


def write_class(done: list[Report], out: Path, title: str, stems: Mapping[str, str] | None = None) -> ClassFiles:
    """Prints the class table; writes the same as CSV and as a page.

    Args:
        done: in the order of the table; outlines are enough.
        title: the assignment's.
        stems: submission's name -> its files' stem, where it is not that of ``reports.file_stems``.
    """
    from autograder import reports
    from autograder.core import isolation_level
    from autograder.reports.folder import CLASS_PAGE

    shown = console()
    when = datetime.now().astimezone().strftime("%d %B %Y, %H:%M")
    stems = stems or reports.file_stems(report.submission for report in done)

    def table(some: list[Report]) -> str:
        with shown.capture() as printed:
            reports.print_class(list(reports.named(some).values()), shown)
        return printed.get()

    def page(some: list[Report]) -> bytes:
        named = reports.named(some)
        isolation = isolation_level.sentence(isolation_level.lowest({report.isolation for report in some}))
        pages = reports.page_addresses({named[name].submission: stem for name, stem in stems.items() if name in named})
        drawn = reports.class_page(list(named.values()), title=title, when=when, isolation=isolation, pages=pages)
        return drawn.encode("utf-8", "replace")

    made = class_output.make({TABLE: table, CSV: reports.class_csv, PAGE: page}, done)
    print(made.of.get(TABLE, ""), end="")
    for doing, name in ((CSV, "grades.csv"), (PAGE, CLASS_PAGE)):
        if doing in made.of:
            write_atomically(out / name, made.of[doing])
    for problem in made.problems:
        print(problem)
    return ClassFiles(out / CLASS_PAGE, made.reports, made.problems)


def mark_not_final(done: list[Report], written: ClassFiles, out: Path, stems: Mapping[str, str]) -> None:
    """Writes down whose mark is not final, because the class's files could not take the report."""
    _rewritten(done, written.reports, out, stems)


def _rewritten(before: list[Report], after: list[Report], out: Path, stems: Mapping[str, str]) -> list[Report]:
    """Writes what only the whole class has shown, or a student's other pages, into the reports of those whom it concerns.

    Args:
        before, after: outlines, in the same order.
    """
    from autograder import reports

    def rewritten(old: Report, new: Report) -> Report:
        stem = stems[new.submission]
        suspicions = new.suspicions if new.status is old.status else old.suspicions
        whole = replace(reports.read_report(out / f"{stem}.json"), suspicions=suspicions, notes=new.notes)
        changed = replace(whole, status=new.status, problem=new.problem)
        written = reports.write_or_tell(changed, out, stem, reports.outline)
        return new if written.status is new.status else written

    found = list(after)
    for place, (old, new) in enumerate(zip(before, after, strict=True)):
        if new != old:
            rewrite = functools.partial(rewritten, old, new)
            found[place] = kept_apart("writing the report", new.submission, rewrite, functools.partial(not_final, new))
    return found


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


def compared_with_earlier(done: list[Report], earlier: Earlier, others: Mapping[str, list[str]], out: Path) -> list[str]:
    """Sentences about earlier runs into the same folder: whose mark is another one now, who was not graded this time, and
    that reports of another assignment lie there.
    """
    from autograder import reports
    from autograder.lms.filling import listed
    from autograder.reports import wording

    said = []
    again = [(earlier[report.submission][1], report) for report in done if report.submission in earlier]
    changed = [(before, now) for before, now in again if _mark(before) != _mark(now)]
    same = [now for before, now in again if _mark(before) == _mark(now)]
    new = [report for report in done if report.submission not in earlier]
    rest = [report for name, (_stem, report) in earlier.items() if name not in {one.submission for one in done}]
    shown = {name: one.submission for name, one in reports.named([*done, *rest]).items()}
    if changed:
        lines = [f"{shown[now.submission]} {_mark(before)} → {_mark(now)}" for before, now in changed]
        said.append(f"Marks that changed: {listed(lines, MOST_CHANGED)}.")
    if rest and same:
        lines = [f"{shown[now.submission]} {_mark(now)}" for now in same]
        said.append(f"Graded again with the same mark: {listed(lines, MOST_CHANGED)}.")
    if rest and new:
        lines = [f"{shown[now.submission]} {_mark(now)}" for now in new]
        said.append(f"New in this class: {listed(lines, MOST_CHANGED)}.")
    if rest:
        one = rest[0]
        said.append(
            f"{wording.count(len(rest), 'student')} from earlier runs in {out}{slash()} "
            f"{'keeps the row' if len(rest) == 1 else 'keep their rows'} in the class's files "
            f"({listed([shown[report.submission] for report in rest])}). If a student has left the class, delete the "
            f"report, {earlier[one.submission][0]}.json for example, then   autograder report {out}"
        )
    for name, who in others.items():
        few = len(who) == 1
        said.append(
            f"{wording.count(len(who), 'other report')} {'is' if few else 'are'} in {out}{slash()} ({listed(who)}), of "
            f"{reports.one_line(name)}: {'it is' if few else 'they are'} not part of this class page. Use a separate "
            f"folder for each assignment:   --out DIR"
        )
    return said


def _mark(report: Report) -> str:
    from autograder.reports import wording

    return wording.points(report.score) if report.status is Status.GRADED else wording.STATUS[report.status]


def _backend(scheduler: str, folder: Path, settings: object) -> Callable[[], object]:
    """Makes the backend of a cluster's workers. Where none can be had, the command was wrong; later, something broke."""
    from autograder.grading.backends import CrewTrouble

    try:
        from autograder.grading.dask_backend import Cluster
    except ImportError as error:
        raise UsageError(f"--scheduler needs Dask ({error}). Try   pip install 'mnist-exercise-kit[cluster]'") from error
    had: list[Cluster] = []

    def make() -> Cluster:
        try:
            had.append(Cluster(scheduler, folder, settings))
        except CrewTrouble as error:
            raise (WorkNotRight if had else UsageError)(str(error)) from error
        return had[-1]

    return make
