"""An nbgrader course is set up."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError
from autograder.cli.targets import with_solutions
from autograder.cli.terminal import relative


@click.group(no_args_is_help=False, subcommand_metavar="new DIR")
def run() -> None:
    """Set up an nbgrader course."""


@run.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@options.assignment()
def new(folder: Path, name: str) -> int:
    """Make a course folder that is ready to use.

    DIR is an empty folder, or one that does not exist yet.
    """
    from autograder.nbgrader import new_course

    assignment = with_solutions(name)
    try:
        new_course.create(folder, assignment)
    except new_course.FolderInUse as error:
        raise UsageError(str(error)) from error
    place = relative(folder)
    print(f"{place}: an nbgrader course with the assignment {assignment.name}. Its README has the five commands.")
    print(f"\nNext:   cd {place} && nbgrader generate_assignment {assignment.name}")
    return DONE
