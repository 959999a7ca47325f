"""An instructor grades files and folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.cli.errors import DONE, TO_FIX, Wrong
from autograder.cli.grading import grade_all, write_class
from autograder.cli.meant import PAGES, known_budget, with_solutions
from autograder.cli.options import judging, positive
from autograder.cli.show import slash
from autograder.records import Status


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("grade", help="grade files and folders")
    parser.add_argument(
        "paths", nargs="+", type=Path, metavar="PATH", help="a page, or a folder of pages or of students' folders"
    )
    parser.add_argument("--out", type=Path, required=True, help="folder for the reports")
    parser.add_argument("--jobs", type=positive, help="processes (default: one per core)")
    judging(parser)
    return parser


def run(options: argparse.Namespace) -> int:
    from autograder import batch
    from autograder.judge import Settings

    if not options.assignment:
        raise Wrong("Say which assignment is meant: --assignment NAME.")
    assignment = with_solutions(options.assignment)
    known_budget(assignment, options.budget)
    for path in options.paths:
        if not path.exists():
            raise Wrong(f"There is no file or folder {path}.")
        if path.is_file() and path.suffix not in PAGES:
            raise Wrong(f"{path} is no page: a page ends in .py or .ipynb.")
    handed = batch.collect(options.paths, assignment.name)
    if not handed:
        raise Wrong(f"No page (.py or .ipynb) was found in {', '.join(str(path) for path in options.paths)}.")
    settings = Settings(options.seed, options.budget, spawn=options.spawn, isolation=options.isolation)
    reports = grade_all(handed, assignment, settings, options.jobs, options.out)
    page = write_class(reports, options.out, assignment.title)
    print(f"One report for each of {len(reports)} submissions: {options.out}{slash()}")
    print(f"\nNext: open the class report   {page}")
    return DONE if all(report.status is Status.GRADED for report in reports) else TO_FIX
