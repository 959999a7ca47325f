"""An nbgrader course is set up."""

from __future__ import annotations

import argparse
from pathlib import Path

from autograder.cli.errors import DONE, UsageError
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import relative


def add(commands) -> argparse.ArgumentParser:
    parser = commands.add_parser("course", help="set up an nbgrader course")
    actions = parser.add_subparsers(metavar="new DIR", dest="action", required=True)
    new = actions.add_parser("new", help="make a course folder that is ready to use")
    new.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one that does not exist yet")
    new.add_argument("--assignment", default="", help="name or folder (default: the only one there is)")
    return parser


def run(options: argparse.Namespace) -> int:
    from autograder.nbgrader import new_course

    assignment = with_solutions(options.assignment)
    try:
        new_course.create(options.folder, assignment)
    except new_course.FolderInUse as error:
        raise UsageError(str(error)) from error
    folder = relative(options.folder)
    print(f"{folder}: an nbgrader course with the assignment {assignment.name}. Its README has the five commands.")
    print(f"\nNext:   cd {folder} && nbgrader generate_assignment {assignment.name}")
    return DONE
