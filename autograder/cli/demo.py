"""A sample class, made, graded and shown; offline."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.grading import grade_all, write_class
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import activated, padded, slash
from autograder.content.discovery import Discovery, Handed
from autograder.core.languages import message, spoken, spoken_plural
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading import class_answers, graded_places
from autograder.grading.run import ClassRun


@click.command(cls=options.Command)
@options.language
@click.option("--out", type=Path, default="demo", metavar="DIR", help="Folder for pages and reports (default: demo).")
@options.assignment(message("the one to begin with"))
@options.jobs
@options.backend
def run(out: Path, name: str, jobs: int | None) -> int:
    """Grade a sample class, offline."""
    from autograder.authoring import demo

    assignment = with_solutions(name, or_first=True)
    pages = out / "submissions"
    print(
        spoken_plural(
            "A sample class for {title}: {count} page, some correct, some with common mistakes.",
            "A sample class for {title}: {count} pages, some correct, some with common mistakes.",
            len(demo.STUDENTS), title=assignment.title,
        )
    )  # fmt: skip
    paths = demo.make_class(assignment, pages)
    found = Discovery([Handed(path.stem, path) for path in paths])
    settings = Settings(dataset=assignment.substitute)
    reports = grade_all(ClassRun(found, assignment, settings, jobs, out))
    answers = class_answers.of_files(assignment, reports, {one.name: one.path for one in found.handed}, out)
    written = write_class(reports, out, assignment.title, answers=answers)
    graded_places.note(out, [pages])
    for words, place in ((spoken("The class report with figures:"), str(written.page)), (spoken("The graded pages:"), f"{pages}{slash()}")):
        print(padded(words, 31), place)
    print("\n" + spoken("Next: start your own page:   {command}", command=f"{activated()}autograder start {assignment.name}"))
    return TO_FIX if any(report.status is Status.NOT_GRADED for report in written.reports) else DONE
