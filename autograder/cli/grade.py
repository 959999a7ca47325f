"""An instructor grades files and folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.assignment import Assignment
from autograder.cli.errors import DONE, TO_FIX, Wrong
from autograder.cli.grading import grade_all, write_class
from autograder.cli.meant import PAGES, known_budget, with_solutions
from autograder.cli.options import judging, positive
from autograder.cli.show import slash
from autograder.cli.whole_course import grade_course
from autograder.processes.servers import Servers, begun
from autograder.records import Report, Status
from autograder.settings import Settings


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("grade", help="grade files and folders")
    parser.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="a page, or a folder of pages or of students' folders"
    )
    parser.add_argument("--out", type=Path, help="folder for the reports")
    parser.add_argument(
        "--course", type=Path, metavar="DIR", help="an nbgrader course instead: its gradebook is filled"
    )
    parser.add_argument("--jobs", type=positive, help="processes (default: one per core)")
    parser.add_argument(
        "--scheduler", default="", metavar="ADDRESS", help="of a Dask cluster: its workers do the judging"
    )
    parser.add_argument(
        "--regrade", action="store_true", help="judge everything anew, whatever earlier runs have found"
    )
    judging(parser)
    parser.set_defaults(seed=None, budget=None, isolation=None)  # a course has settings of its own
    return parser


def run(options: argparse.Namespace) -> int:
    if options.course is not None:
        if options.paths or options.out or options.spawn or options.scheduler or options.regrade:
            raise Wrong("With --course the pages, the reports' place and the way of grading are the course's own.")
        return grade_course(options)
    if not options.paths or options.out is None:
        raise Wrong("Say what to grade and where the reports go: autograder grade PATH --out DIR, or --course DIR.")
    return _grade_files(options)


def _grade_files(options: argparse.Namespace) -> int:
    usual = Settings()
    if not options.assignment:
        raise Wrong("Say which assignment is meant: --assignment NAME.")
    assignment = with_solutions(options.assignment)
    budget = options.budget or usual.budget
    known_budget(assignment, budget)
    for path in options.paths:
        if not path.exists():
            raise Wrong(f"There is no file or folder {path}.")
        if path.is_file() and path.suffix not in PAGES:
            raise Wrong(f"{path} is no page: a page ends in .py or .ipynb.")
    seed = usual.seed if options.seed is None else options.seed
    settings = Settings(seed, budget, spawn=options.spawn, isolation=options.isolation or usual.isolation)
    here = [] if options.scheduler else assignment.libraries()
    with begun(here, settings.spawn, settings.isolation) as servers:
        reports = _graded(assignment, settings, options, servers)
    page = write_class(reports, options.out, assignment.title)
    print(f"One report for each of {len(reports)} submissions: {options.out}{slash()}")
    print(f"\nNext: open the class report   {page}")
    return DONE if all(report.status is Status.GRADED for report in reports) else TO_FIX


def _graded(
    assignment: Assignment, settings: Settings, options: argparse.Namespace, servers: list[Servers]
) -> list[Report]:
    from autograder import batch

    handed = batch.collect(options.paths, assignment.name)
    if not handed:
        raise Wrong(f"No page (.py or .ipynb) was found in {', '.join(str(path) for path in options.paths)}.")
    return grade_all(
        handed,
        assignment,
        settings,
        options.jobs,
        options.out,
        regrade=options.regrade,
        scheduler=options.scheduler,
        begun=servers,
    )
