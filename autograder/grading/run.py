"""A class is graded: every page judged, each report written as soon as it is there, the class compared, its files written.

Nothing here prints; who calls shows what comes back. ``grade``, ``grade --course``, ``demo`` and ``report`` all go this way.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.content import page_choice
from autograder.content.assignment import Assignment, ChecksBroken
from autograder.content.discovery import Discovery, Handed
from autograder.content.owners import Owner
from autograder.content.variants import NoSuchVariant
from autograder.core import installed
from autograder.core.faults import kept_apart, not_final
from autograder.core.languages import message, what_it_says
from autograder.core.records import Report, Status
from autograder.core.settings import Settings
from autograder.grading.class_output import ClassFiles, compared
from autograder.sandbox.fork_server_handle import Servers, StartFailed

if TYPE_CHECKING:
    from autograder.grading.recheck import Recheck

BESIDE = " · "  # between a student's name and the name of a page that does not count

Earlier = dict[str, tuple[str, Report]]  # submission -> its file's stem, and an outline of its report


class RunFailed(Exception):
    """The checks could not run, or who runs them is gone. The text says why; reports that are written stay."""


class NoCluster(Exception):
    """There is no cluster at that address, or what it needs is not installed. The text says why."""


def results(reports: Iterable[Report]) -> Iterator[Report]:
    """The same reports, as they come.

    Raises:
        RunFailed: for everything that ends a run.
    """
    from autograder.grading.backends import BackendFailed

    try:
        yield from reports
    except (ChecksBroken, StartFailed) as error:
        raise RunFailed(message("The checks could not run: {error}", error=error)) from error
    except BackendFailed as error:  # in the middle; where none could be had, see ``_cluster``
        raise RunFailed(what_it_says(error)) from error


class ClassRun:
    """The submissions of a class on their way to reports in a folder.

    Args:
        found: who has submitted what; who has no page gets a report that says so.
        jobs: processes; None for one per core.
        out: the folder.
        earlier: what earlier runs into this folder have left; with them the class is compared, too.
        regrade: forget what earlier runs into this folder have found.
        scheduler: address of the Dask scheduler whose workers do it; empty for this machine's processes.
        begun: fork servers that load libraries already (see ``sandbox.fork_server_handle.begun``).
        variant_of: says in which variant of the assignment an owner's pages are judged; None for the ordinary assignment. Where it
            raises ``NoSuchVariant``, nothing is judged, and a person is waited for.

    Attributes:
        recheck: what shortcuts have saved, and whether it holds; None before the class is judged.
        handed: all pages that are judged, also those beside the ones that count.
        done: submission -> the outline of its report: of thousands, only these stay in memory.
        beside: the same of the pages beside.
    """

    def __init__(
        self,
        found: Discovery,
        assignment: Assignment,
        settings: Settings,
        jobs: int | None,
        out: Path,
        *,
        earlier: Earlier | None = None,
        regrade: bool = False,
        scheduler: str = "",
        begun: list[Servers] | None = None,
        variant_of: Callable[[Owner], str] | None = None,
    ) -> None:
        self.found = found
        self.assignment = assignment
        self.settings = settings
        self.jobs = jobs
        self.out = out
        self.earlier: Earlier = {} if earlier is None else earlier
        self.regrade = regrade
        self.scheduler = scheduler
        self.begun = begun
        self.not_judged: dict[str, str] = {}
        self.handed = [*found.handed, *_beside(found)] if variant_of is None else self._in_variants(variant_of)
        self.stems = stems_of([*(one.name for one in found.handed), *found.without], self.earlier)
        self.done: dict[str, Report] = {}
        self.beside: dict[str, Report] = {}
        self.recheck: Recheck | None = None

    def reports(self) -> Iterator[Report]:
        """Judges every page and writes each report as soon as it is there; yields them as they come.

        Raises:
            NoCluster: no scheduler answers at the address.
            RunFailed: the checks cannot run.
        """
        from autograder import reports
        from autograder.cache.result_cache import FOLDER, ResultCache
        from autograder.grading import batch, work_items
        from autograder.grading.recheck import Recheck

        cache = ResultCache(self.assignment, self.settings, self.out / FOLDER, afresh=self.regrade)
        cluster = _cluster(self.scheduler, self.assignment.folder, self.settings) if self.scheduler else None
        pages = {one.name for one in self.found.handed}
        for name, why in self.found.without.items():
            self._keep(self._without_page(name, why))
        for one in self.found.handed:
            if one.name in self.not_judged:
                self._keep(work_items.problem(one, self.assignment.name, self.settings, Status.NOT_GRADED, self.not_judged[one.name]))
        self.recheck = Recheck(cache, self.settings.recheck)
        judged = batch.grade(
            self.handed,
            self.assignment.folder,
            self.settings,
            self.jobs,
            cache=cache,
            backend=cluster,
            begun=self.begun,
            recheck=self.recheck,
        )
        for report in results(judged):
            again = report.submission in self.done or report.submission in self.beside
            if report.submission in pages:
                report = self._keep(report)
            else:
                self.beside[report.submission] = reports.outline(report)
            if again:  # a shortcut did not hold; the page is counted already
                continue
            yield report

    def _in_variants(self, variant_of: Callable[[Owner], str]) -> list[Handed]:
        """The pages with the variants of those whose they are; without the pages of whom it is not known."""
        variants: dict[str, str] = {}
        for one in self.found.handed:
            try:
                variants[one.name] = variant_of(self.found.owners.get(one.name) or Owner(one.name))
            except NoSuchVariant as error:
                self.not_judged[one.name] = what_it_says(error)
        own = {one.name: variants[one.name] for one in self.found.handed if one.name in variants}
        own |= {
            f"{name}{BESIDE}{shown}": variants[name]
            for name in self.found.worked
            if name in variants
            for shown, _path in _judged_beside(self.found, name)
        }
        return [replace(one, variant=own[one.name]) for one in [*self.found.handed, *_beside(self.found)] if one.name in own]

    def finish(self) -> list[Report]:
        """Compares the class, with those of earlier runs, and writes what only the whole class shows.

        Returns:
            Outlines of this run's reports, by name. Those of earlier runs are changed in ``earlier``.
        """
        ordered = [self.done[name] for name in sorted(self.done)]
        whole = [*ordered, *(report for name, (_stem, report) in self.earlier.items() if name not in self.done)]
        after = [self._noted(alone, report) for alone, report in zip(whole, compared(whole), strict=True)]
        for report in _rewritten(whole, after, self.out, self.stems):
            if report.submission in self.done:
                self.done[report.submission] = report
            else:
                self.earlier[report.submission] = self.stems[report.submission], report
        return [self.done[name] for name in sorted(self.done)]

    def _without_page(self, name: str, why: str) -> Report:
        from autograder.grading import work_items

        nobody = Handed(name, Path())
        said = message("No page was submitted: {why}.", why=why)
        return work_items.problem(nobody, self.assignment.name, self.settings, Status.UNREADABLE, said)

    def _keep(self, report: Report) -> Report:
        from autograder import reports

        owner = self.found.owners.get(report.submission)
        if owner:  # what the file's name says
            report = replace(report, person=owner.person, platform=owner.platform, late=owner.late)
        if self.recheck is not None:
            report = replace(report, differences=self.recheck.cache.differences.get(report.submission, ()))
        outlined = reports.write_or_tell(report, self.out, self.stems[report.submission], reports.outline)
        self.done[report.submission] = outlined
        return outlined

    def _noted(self, alone: Report, report: Report) -> Report:
        """A compared report, with a note on the pages beside it."""
        from autograder import reports

        name = report.submission
        judged = [] if name in self.not_judged else _judged_beside(self.found, name)
        beside = [(shown, self.beside[f"{name}{BESIDE}{shown}"]) for shown, _path in judged]
        if name not in self.done and reports.is_edited(self.out / f"{self.stems[name]}.json"):
            report = alone  # what a person has written there stays
        return page_choice.noted(report, beside) if beside else report


def mark_not_final(done: list[Report], written: ClassFiles, out: Path, stems: Mapping[str, str]) -> None:
    """Writes down whose mark is not final, because the class's files could not take the report."""
    _rewritten(done, written.reports, out, stems)


def stems_of(names: Iterable[str], earlier: Earlier) -> dict[str, str]:
    """Submission's name -> the stem of its files, for these and those of earlier runs, which keep theirs."""
    from autograder import reports

    before = {name: stem for name, (stem, _report) in earlier.items() if stem in reports.possible_stems(name)}
    return reports.file_stems([*names, *earlier]) | before


def of_earlier_runs(out: Path, assignment: Assignment) -> tuple[Earlier, dict[str, list[str]]]:
    """What earlier runs into a folder have left: of this assignment, and the names of those of others.

    An older version of the assignment has some of its functions. What has none of them is another one of the same name.
    """
    from autograder import reports

    mine: Earlier = {}
    others: dict[str, list[str]] = {}
    for (name, submission), (stem, report) in reports.earlier_reports(out).items():
        names = {one.name for one in report.exercises}
        if name != assignment.name:
            others.setdefault(name, []).append(submission)
        elif names and names.isdisjoint(assignment.functions):
            others.setdefault(f"another assignment {name}", []).append(submission)
        else:
            mine[submission] = stem, report
    return mine, others


def _beside(found: Discovery) -> list[Handed]:
    """Pages beside those that count, which are judged too: so that it can be said what they would have earned."""
    return [
        Handed(f"{name}{BESIDE}{shown}", path) for name in found.worked for shown, path in _judged_beside(found, name)
    ]


def _judged_beside(found: Discovery, name: str) -> list[tuple[str, Path]]:
    return found.worked.get(name, [])[: page_choice.MOST_JUDGED]


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
            found[place] = kept_apart(message("writing the report"), new.submission, rewrite, functools.partial(not_final, new))
    return found


def _cluster(scheduler: str, folder: Path, settings: Settings) -> Callable[[], object]:
    """Makes the backend of a cluster's workers. Where none can be had, the address was wrong; later, something broke."""
    from autograder.grading.backends import BackendFailed

    try:
        from autograder.grading.dask_backend import DaskBackend
    except ImportError as error:
        raise NoCluster(message("--scheduler needs Dask ({error}). Try   {command}", error=error, command=installed.extra("cluster"))) from error
    had: list[DaskBackend] = []

    def make() -> DaskBackend:
        try:
            had.append(DaskBackend(scheduler, folder, settings))
        except BackendFailed as error:
            raise (RunFailed if had else NoCluster)(what_it_says(error)) from error
        return had[-1]

    return make
