"""An instructor grades files and folders."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.assignment import Assignment, AssignmentNotFound
from autograder.cli.errors import DONE, TO_FIX, Wrong
from autograder.cli.grading import grade_all, others_there, write_class
from autograder.cli.meant import PAGES, known_budget, with_solutions
from autograder.cli.options import judging, positive
from autograder.cli.show import slash
from autograder.cli.whole_course import grade_course
from autograder.processes.servers import Servers, begun
from autograder.records import Report, Status
from autograder.settings import Settings

MOST_TOLD = 20  # students without a page, by name


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
    judging(parser, default="the only one there is")
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
    assignment = _assignment(options.assignment)
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
    without: list[str] = []
    with begun(here, settings.spawn, settings.isolation) as servers:
        reports = _graded(assignment, settings, options, servers, without)
    page = write_class(reports, options.out, assignment.title)
    print(f"One report for each of {len(reports)} submissions: {options.out}{slash()}")
    for sentence in others_there(reports, options.out):
        print(sentence)
    if without:
        print(_no_page(without))
    print(f"\nNext: open the class report   {page}")
    return DONE if all(report.status is Status.GRADED for report in reports) and not without else TO_FIX


def _assignment(name: str) -> Assignment:
    """The one that is named, or the only one that is here with its solutions."""
    try:
        return with_solutions(name)
    except AssignmentNotFound as error:
        if name:
            raise
        raise Wrong("Say which assignment is meant: --assignment NAME.") from error


def _no_page(without: list[str]) -> str:
    """Who has a folder and nothing to judge in it: nobody may vanish from a class in silence."""
    more = f", and {len(without) - MOST_TOLD} more" if len(without) > MOST_TOLD else ""
    return f"No page of: {', '.join(without[:MOST_TOLD])}{more}. Ask them, or rename the file; then grade again."


def _graded(
    assignment: Assignment,
    settings: Settings,
    options: argparse.Namespace,
    servers: list[Servers],
    without: list[str],
) -> list[Report]:
    """
    Args:
        without: takes who has no page, each with what there is instead.
    """
    from autograder import batch
    from autograder.reports.safe import one_line

    handed = batch.collect(
        options.paths, assignment.name, lambda name, why: without.append(f"{one_line(name, 60)} ({one_line(why)})")
    )
    if not handed:
        where = ", ".join(str(path) for path in options.paths)
        raise Wrong(
            " ".join([f"No page (.py or .ipynb) was found in {where}.", *([_no_page(without)] if without else [])])
        )
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
