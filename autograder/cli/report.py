"""The class report is put together again, from the reports in a folder: after an interruption, or a term later."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.graded_folder import of_one_assignment, read
from autograder.cli.terminal import progress, slash
from autograder.core.languages import message, spoken, what_it_says
from autograder.core.records import Report

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment


@click.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@options.language
@click.option("--assignment", "name", default="", metavar="NAME", help="The assignment, if the folder has reports of several.")
@click.option(
    "--for-students",
    "handouts",
    type=Path,
    metavar="FOLDER",
    help="Also write pages for students, without what the hidden checks saw.",
)
@click.option("--pdf", is_flag=True, help="Also print the class report into report.pdf, by Chromium, Chrome or Edge.")
def run(folder: Path, name: str, handouts: Path | None, pdf: bool) -> int:
    """Rebuild the class report from a folder of reports.

    DIR is the folder that autograder grade --out wrote.
    """
    from autograder.cli.grading import write_class
    from autograder.grading import class_answers
    from autograder.grading.class_output import compared
    from autograder.reports import wording
    from autograder.reports.folder import PAGES

    if handouts is not None and handouts.resolve() in (folder.resolve(), (folder / PAGES).resolve()):
        raise UsageError(message("Pages for students need a separate, empty folder, not {folder}.", folder=handouts))
    found, left_out = read(folder)
    wanted = of_one_assignment(found, name, folder)
    there = compared(sorted(wanted.values(), key=lambda report: report.submission))
    stems = {report.submission: stem for stem, report in wanted.items()}
    assignment = _assignment(there[0].assignment)  # first, so that its texts are found in the reader's language
    answers = class_answers.of_files(assignment, there, {}, folder) if assignment else {}
    left_out += _write_pages(there, stems, folder, handouts)
    written = write_class(there, folder, assignment.title if assignment else there[0].assignment, stems, answers)
    print(spoken("The reports of {submissions}, a page for each: {folder}", submissions=wording.count(len(there), "submission"), folder=f"{folder}{slash()}"))
    if handouts is not None and handouts.is_dir():  # it is not, if none of the reports could be read any more
        print(spoken("Pages for students: {folder}", folder=f"{handouts}{slash()}"))
    if pdf:
        from autograder.reports.pdf import NotPrinted, print_page

        try:
            print(spoken("The class report on paper: {file}", file=print_page(written.page)))
        except NotPrinted as error:
            raise WorkNotRight(what_it_says(error)) from error
    print("\n" + spoken("Next: open the class report   {page}", page=written.page))
    return DONE if written.whole and not left_out else TO_FIX


def _write_pages(compared: list[Report], stems: dict[str, str], folder: Path, handouts: Path | None) -> list[str]:
    """Each submission's page, with its figures. Returns what could not be read any more, which is printed."""
    from autograder.reports import ReportUnreadable, read_report, write_handout, write_page

    gone = []
    with progress(spoken("writing the pages")) as tell:
        for number, outlined in enumerate(compared, 1):
            tell(spoken("writing the pages: {number} of {all}", number=number, all=len(compared)))
            stem = stems[outlined.submission]
            try:
                report = read_report(folder / f"{stem}.json")
            except ReportUnreadable as error:  # it could be read a moment ago
                gone.append(what_it_says(error))
                print(spoken("No page: {error}", error=error), file=sys.stderr)
                continue
            write_page(replace(report, suspicions=outlined.suspicions), folder, stem)
            if handouts is not None:
                write_handout(report, handouts, stem)
    return gone


def _assignment(name: str) -> Assignment | None:
    """The assignment, where it is available. (The name comes from a file, so it is no path here.)"""
    from autograder.content import assignment_folder, assignment_search
    from autograder.content.assignment import AssignmentBroken

    for place in assignment_search.all_near():
        if place.name == name:
            try:
                return assignment_folder.load(place)
            except AssignmentBroken:
                break
    return None
