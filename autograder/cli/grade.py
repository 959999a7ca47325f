"""An instructor grades files and folders."""

from __future__ import annotations

import argparse
import os
from pathlib import Path

import autograder
from autograder.assignment import Assignment, AssignmentNotFound, is_place
from autograder.cli.errors import DONE, TO_FIX, Wrong
from autograder.cli.grading import grade_all, others_there, write_class
from autograder.cli.meant import known_budget, with_solutions
from autograder.cli.options import judging, positive
from autograder.cli.show import relative, slash
from autograder.cli.whole_course import grade_course
from autograder.handed_in import Found, collect, few
from autograder.page import ENDINGS
from autograder.processes.servers import begun
from autograder.records import Status
from autograder.reports.safe import one_line
from autograder.settings import Settings

MOST_TOLD = 20  # students, by name


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
        if path.is_file() and path.suffix not in ENDINGS:
            raise Wrong(f"{path} is no page: a page ends in .py or .ipynb.")
    _not_handed_in(assignment, options)
    seed = usual.seed if options.seed is None else options.seed
    settings = Settings(seed, budget, spawn=options.spawn, isolation=options.isolation or usual.isolation)
    here = [] if options.scheduler else assignment.libraries()
    with begun(here, settings.spawn, settings.isolation) as servers:
        found = collect(options.paths, assignment.name)
        without = _no_page(found)
        if not found.handed:
            where = ", ".join(str(path) for path in options.paths)
            raise Wrong(" ".join([f"No page (.py or .ipynb) was found in {where}.", *without]))
        reports = grade_all(
            found.handed,
            assignment,
            settings,
            options.jobs,
            options.out,
            regrade=options.regrade,
            scheduler=options.scheduler,
            begun=servers,
        )
    page = write_class(reports, options.out, assignment.title)
    print(f"One report for each of {len(reports)} submissions: {options.out}{slash()}")
    for sentence in [*others_there(reports, options.out), *_beside(found), *without]:
        print(sentence)
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


def _not_handed_in(assignment: Assignment, options: argparse.Namespace) -> None:
    """Refuses an assignment that lies among the pages and was not named by its folder: an archive that a student has handed
    in may hold a ``solutions`` folder, and checks are programs, which run unconfined and give the marks.
    """
    if is_place(options.assignment) or assignment.folder.is_relative_to(Path(autograder.__file__).resolve().parents[1]):
        return
    for path in options.paths:
        folder = path.resolve() if path.is_dir() else path.resolve().parent
        if assignment.folder.is_relative_to(folder):
            place = relative(assignment.folder)
            place = place if place.is_absolute() else f".{os.sep}{place}"  # a bare name would not mean the folder
            raise Wrong(
                f"The assignment {assignment.name} was found in {place}, among the pages to grade: a student may have handed "
                f"it in. If it is yours, name the folder:   --assignment {place}"
            )


def _no_page(found: Found) -> list[str]:
    """Who has a folder and nothing to judge in it: nobody may vanish from a class in silence."""
    whom = [f"{_short(name)} ({why})" for name, why in found.without.items()]
    return [f"No page of: {_named(whom)}. Ask them, or rename the file; then grade again."] if whom else []


def _beside(found: Found) -> list[str]:
    """Who has handed in more than one page: which one counts is no secret."""
    pages = {one.name: one.path.name for one in found.handed}
    several = [f"{_short(name)} ({_short(pages[name])} counts, not {others})" for name, others in found.beside.items()]
    twice = [
        f"{_short(first)} ({_short(pages[first])}) and {_short(second)} ({_short(pages[second])})"
        for second, first in found.twice.items()
    ]
    rule = "The one named after the assignment counts, a notebook before a script, else the newest."
    return [
        *([f"More than one page of: {_named(several)}. {rule}"] if several else []),
        *([f"Files of one name, each with a report of its own: {_named(twice)}."] if twice else []),
    ]


def _short(name: str) -> str:
    return one_line(name, 60)


def _named(entries: list[str]) -> str:
    return few([one_line(entry) for entry in entries], MOST_TOLD)
