"""What the commands that grade a class show: its progress, its table, and how marks compare with earlier runs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.progress import class_progress
from autograder.cli.terminal import console, slash
from autograder.core.records import Report, Status
from autograder.grading import class_output
from autograder.grading.class_output import ClassFiles
from autograder.grading.run import ClassRun, Earlier, NoCluster, RunFailed

if TYPE_CHECKING:
    from autograder.grading.recheck import Recheck

MOST_CHANGED = 20  # marks that are listed one by one


def grade_all(started: ClassRun) -> list[Report]:
    """Grades a class and shows its progress. Returns outlines of the reports, by name.

    Raises:
        UsageError, WorkNotRight: the class could not be judged, or not to the end.
    """
    try:
        with class_progress(len(started.handed)) as progress:
            for report in started.reports():
                progress.done(report)
    except NoCluster as error:
        raise UsageError(str(error)) from error
    except RunFailed as error:
        raise WorkNotRight(str(error)) from error
    return started.finish()


def rechecked(recheck: Recheck | None) -> list[str]:
    """Sentences about what was judged in full as well, and which shortcuts the class is judged without."""
    if recheck is None:
        return []
    said = [sentence] if (sentence := recheck.sentence()) else []
    if lost := recheck.cache.lost:
        said.append(
            f"This class is judged without {' and without '.join(sorted(lost))}, because a result came out differently in full "
            "(see the class report). Please report it as a bug. To try with them again:   --regrade"
        )
    return said + recheck.problems


def write_class(done: list[Report], out: Path, title: str, stems: Mapping[str, str] | None = None) -> ClassFiles:
    """Writes the class's files (see ``class_output.write_class``) and prints the table."""
    written = class_output.write_class(done, out, title, class_table, stems)
    print(written.table, end="")
    for problem in written.problems:
        print(problem)
    return written


def class_table(some: list[Report]) -> str:
    """The table of a class as it is printed here."""
    from autograder import reports

    shown = console()
    with shown.capture() as printed:
        reports.print_class(list(reports.named(some).values()), shown)
    return printed.get()


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
