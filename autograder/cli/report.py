"""The class report is put together again, from the reports in a folder: after an interruption, or a term later."""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.terminal import progress, slash
from autograder.core.records import Report

MOST_LISTED = 20  # files that are left out, by name


@click.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@click.option("--assignment", "name", default="", metavar="NAME", help="The assignment, if the folder has reports of several.")
@click.option(
    "--for-students",
    "handouts",
    type=Path,
    metavar="FOLDER",
    help="Also write pages for students, without what the hidden checks saw.",
)
def run(folder: Path, name: str, handouts: Path | None) -> int:
    """Rebuild the class report from a folder of reports.

    DIR is the folder that autograder grade --out wrote.
    """
    from autograder.cli.grading import write_class
    from autograder.grading.class_output import compared
    from autograder.reports import wording
    from autograder.reports.folder import PAGES

    if handouts is not None and handouts.resolve() in (folder.resolve(), (folder / PAGES).resolve()):
        raise UsageError(f"Pages for students need a separate, empty folder, not {handouts}.")
    found, left_out = _read(folder)
    wanted = _of_one_assignment(found, name, folder)
    there = compared(sorted(wanted.values(), key=lambda report: report.submission))
    stems = {report.submission: stem for stem, report in wanted.items()}
    left_out += _write_pages(there, stems, folder, handouts)
    written = write_class(there, folder, _title(there[0].assignment), stems)
    print(f"The reports of {wording.count(len(there), 'submission')}, a page for each: {folder}{slash()}")
    if handouts is not None and handouts.is_dir():  # it is not, if none of the reports could be read any more
        print(f"Pages for students: {handouts}{slash()}")
    print(f"\nNext: open the class report   {written.page}")
    return DONE if written.whole and not left_out else TO_FIX


def _read(folder: Path) -> tuple[dict[str, Report], list[str]]:
    """Stem -> outline of each report, and what was left out, which is printed."""
    from autograder.reports import outline, read_reports

    if not folder.exists():
        raise UsageError(f"There is no folder {folder}.")
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file. Name the folder with the reports.")
    left_out: list[str] = []
    found: dict[str, Report] = {}
    with progress("reading the reports") as say:
        for stem, report in read_reports(folder, left_out.append):
            found[stem] = outline(report)
            say(f"reading the reports: {len(found)}")
    for sentence in left_out[:MOST_LISTED]:
        print(f"Left out: {sentence}", file=sys.stderr)
    if len(left_out) > MOST_LISTED:
        print(f"Left out: {len(left_out) - MOST_LISTED} more files.", file=sys.stderr)
    if not found and left_out:
        raise WorkNotRight(f"None of the .json files in {folder} is a readable report.")
    if not found:
        raise UsageError(
            f"There is no report (.json) in {folder}. To make some, run   "
            f"autograder grade PATH --assignment NAME --out {folder}"
        )
    return found, left_out


def _of_one_assignment(found: dict[str, Report], name: str, folder: Path) -> dict[str, Report]:
    from autograder.core.near_names import suggest
    from autograder.reports import one_line

    counts = Counter(report.assignment for report in found.values())
    names = [one_line(one) for one in sorted(counts)]
    if name and name not in counts:
        raise UsageError(f"There is no report of {name} in {folder}.{suggest(name, names)} There is: {', '.join(names)}.")
    if not name and len(counts) > 1:
        each = " and ".join(f"{one_line(one)} ({counts[one]})" for one in sorted(counts))
        raise UsageError(f"The reports in {folder} are of {each}. Choose one:   --assignment {names[0]}")
    return {stem: report for stem, report in found.items() if report.assignment == (name or report.assignment)}


def _write_pages(compared: list[Report], stems: dict[str, str], folder: Path, handouts: Path | None) -> list[str]:
    """Each submission's page, with its figures. Returns what could not be read any more, which is printed."""
    from autograder.reports import ReportUnreadable, read_report, write_handout, write_page

    gone = []
    with progress("writing the pages") as say:
        for number, outlined in enumerate(compared, 1):
            say(f"writing the pages: {number} of {len(compared)}")
            stem = stems[outlined.submission]
            try:
                report = read_report(folder / f"{stem}.json")
            except ReportUnreadable as error:  # it could be read a moment ago
                gone.append(str(error))
                print(f"No page: {error}", file=sys.stderr)
                continue
            write_page(replace(report, suspicions=outlined.suspicions), folder, stem)
            if handouts is not None:
                write_handout(report, handouts, stem)
    return gone


def _title(name: str) -> str:
    """The assignment's title, where it is available; else its name. (The name comes from a file, so it is no path here.)"""
    from autograder.content import assignment_folder, assignment_search
    from autograder.content.assignment import AssignmentBroken

    for place in assignment_search.all_near():
        if place.name == name:
            try:
                return assignment_folder.load(place).title
            except AssignmentBroken:
                break
    return name
