"""What the commands that grade a class show: its progress, its table, and how marks compare with earlier runs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.errors import UsageError, WorkNotRight
from autograder.cli.progress import class_progress
from autograder.cli.terminal import console, relative, slash
from autograder.core.languages import message, shown, spoken, spoken_plural, what_it_says, with_and
from autograder.core.records import Report, Status
from autograder.grading import class_output
from autograder.grading.class_output import ClassFiles
from autograder.grading.run import ClassRun, Earlier, NoCluster, RunFailed

if TYPE_CHECKING:
    from autograder.grading.class_answers import ClassAnswers
    from autograder.grading.recheck import Recheck

SHORTCUTS = {
    str(one): one
    for one in (
        message("results shared by equal answers"), message("results of earlier runs"), message("trainings shared by equal networks"),
        message("networks trained from their description"),
    )
}  # fmt: skip
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
        raise UsageError(what_it_says(error)) from error
    except RunFailed as error:
        raise WorkNotRight(what_it_says(error)) from error
    return started.finish()


def rechecked(recheck: Recheck | None) -> list[str]:
    """Sentences about what was judged in full as well, and which shortcuts the class is judged without."""
    if recheck is None:
        return []
    said = [sentence] if (sentence := recheck.sentence()) else []
    if lost := recheck.cache.lost:
        said.append(
            spoken(
                "This class is judged without {names}, because a result came out differently in full (see the class report). Please "
                "report it as a bug. To try with them again:   --regrade",
                names=with_and([SHORTCUTS.get(one, one) for one in sorted(lost)]),
            )
        )
    return [*map(shown, [*said, *recheck.problems])]


def write_class(
    done: list[Report], out: Path, title: str, stems: Mapping[str, str] | None = None, answers: ClassAnswers | None = None
) -> ClassFiles:
    """Writes the class's files (see ``class_output.write_class``) and prints the table."""
    written = class_output.write_class(done, out, title, partial(class_table, folder=out), stems, answers)
    print(written.table, end="")
    for problem in written.problems:
        print(shown(problem))
    return written


def class_table(some: list[Report], folder: Path) -> str:
    """The table of a class as it is printed here.

    Args:
        folder: with the class's reports.
    """
    from autograder import reports

    screen = console()
    with screen.capture() as printed:
        reports.print_class(list(reports.named(some).values()), screen, str(relative(folder)))
    return printed.get()


def compared_with_earlier(done: list[Report], earlier: Earlier, others: Mapping[str, list[str]], out: Path) -> list[str]:
    """Sentences about earlier runs into the same folder: whose mark is another one now, who was not graded this time, and
    that reports of another assignment lie there.
    """
    from autograder import reports
    from autograder.lms.filling import listed

    said = []
    again = [(earlier[report.submission][1], report) for report in done if report.submission in earlier]
    changed = [(before, now) for before, now in again if _mark(before) != _mark(now)]
    same = [now for before, now in again if _mark(before) == _mark(now)]
    new = [report for report in done if report.submission not in earlier]
    rest = [report for name, (_stem, report) in earlier.items() if name not in {one.submission for one in done}]
    called = {name: one.submission for name, one in reports.named([*done, *rest]).items()}
    if changed:
        lines = [f"{called[now.submission]} {_mark(before)} → {_mark(now)}" for before, now in changed]
        said.append(spoken("Marks that changed: {marks}.", marks=listed(lines, MOST_CHANGED)))
    if rest and same:
        lines = [f"{called[now.submission]} {_mark(now)}" for now in same]
        said.append(spoken("Graded again with the same mark: {marks}.", marks=listed(lines, MOST_CHANGED)))
    if rest and new:
        lines = [f"{called[now.submission]} {_mark(now)}" for now in new]
        said.append(spoken("New in this class: {marks}.", marks=listed(lines, MOST_CHANGED)))
    if rest:
        one = rest[0]
        said.append(
            spoken_plural(
                "{count} student from earlier runs in {folder} keeps the row in the class's files ({names}). If a student has left the "
                "class, delete the report, {example} for example, then   {command}",
                "{count} students from earlier runs in {folder} keep their rows in the class's files ({names}). If a student has left the "
                "class, delete the report, {example} for example, then   {command}",
                len(rest), folder=f"{out}{slash()}", names=listed([called[report.submission] for report in rest]),
                example=f"{earlier[one.submission][0]}.json", command=f"autograder report {out}",
            )
        )
    for name, who in others.items():
        said.append(
            spoken_plural(
                "{count} other report is in {folder} ({names}), of {assignment}: it is not part of this class page. Use a separate folder "
                "for each assignment:   --out DIR",
                "{count} other reports are in {folder} ({names}), of {assignment}: they are not part of this class page. Use a separate "
                "folder for each assignment:   --out DIR",
                len(who), folder=f"{out}{slash()}", names=listed(who), assignment=reports.one_line(name),
            )
        )
    return said


def _mark(report: Report) -> str:
    from autograder.reports import wording

    return wording.points(report.score) if report.status is Status.GRADED else shown(wording.STATUS[report.status])
