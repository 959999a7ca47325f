"""A sample class, made, graded and shown; offline."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.cli.errors import DONE, TO_FIX
from autograder.cli.grading import grade_all, write_class
from autograder.cli.options import positive
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import activated, slash
from autograder.content.discovery import Discovery, Handed
from autograder.core.records import Status
from autograder.core.settings import Settings
from autograder.grading.run import ClassRun


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("demo", help="grade a sample class, offline")
    parser.add_argument("--out", type=Path, default=Path("demo"), help="folder for pages and reports (default: demo)")
    parser.add_argument("--assignment", default="", help="name or folder (default: the only one there is)")
    parser.add_argument("--jobs", type=positive, help="processes (default: one per core)")
    return parser


def run(options: argparse.Namespace) -> int:
    from autograder import datasets
    from autograder.authoring import demo

    assignment = with_solutions(options.assignment)
    pages = options.out / "submissions"
    print(
        f"A sample class for {assignment.title}: {len(demo.STUDENTS)} pages, some correct, some with common mistakes."
    )
    paths = demo.make_class(assignment, pages)
    found = Discovery([Handed(path.stem, path) for path in paths])
    settings = Settings(dataset=datasets.ALWAYS_THERE)
    reports = grade_all(ClassRun(found, assignment, settings, options.jobs, options.out))
    written = write_class(reports, options.out, assignment.title)
    print(f"The class report with figures:  {written.page}")
    print(f"The graded pages:               {pages}{slash()}")
    print(f"\nNext: start your own page:   {activated()}autograder start {assignment.name}")
    return TO_FIX if any(report.status is Status.NOT_GRADED for report in written.reports) else DONE
