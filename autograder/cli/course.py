"""An nbgrader course is set up, and gets more assignments."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.cli import options
from autograder.cli.errors import DONE, UsageError, WorkNotRight
from autograder.cli.targets import name_to_type, with_solutions
from autograder.cli.terminal import relative
from autograder.content.assignment import Assignment


@click.group(no_args_is_help=False, subcommand_metavar="new|add DIR")
def run() -> None:
    """Set up an nbgrader course, or add an assignment."""


@run.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@options.assignment()
def new(folder: Path, name: str) -> int:
    """Make a course folder that is ready to use.

    DIR is an empty folder, or one that does not exist yet.
    """
    from autograder.nbgrader import new_course

    assignment = _built(name)
    try:
        new_course.create(folder, assignment)
    except new_course.FolderInUse as error:
        raise UsageError(str(error)) from error
    place = relative(folder)
    print(f"{place}: an nbgrader course with the assignment {assignment.name}, version {assignment.version}. Its README has the five commands.")
    _print_next(folder, assignment.name)
    return DONE


@run.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@options.assignment()
def add(folder: Path, name: str) -> int:
    """Add one more assignment to a course.

    DIR is the course's folder. Its other assignments and its settings stay as they are.
    """
    from autograder.cli.grade_course import need_nbgrader

    need_nbgrader()
    from autograder.nbgrader import new_course
    from autograder.nbgrader.course import Course
    from autograder.nbgrader.gradebook_connection import CONFIG, GradebookUnusable, application, uses_judge

    assignment = _built(name)
    try:
        settings = application(folder)
        if not uses_judge(settings):
            raise UsageError(
                f"{folder / CONFIG} does not use the kit's judge, so {assignment.name} would not be graded. Make a course beside it "
                f"(autograder course new DIR), and copy its settings of Autograde, GenerateAssignment and GenerateFeedback."
            )
        new_course.add(Course(settings.coursedir, assignment.name), assignment)
    except (new_course.FolderInUse, GradebookUnusable) as error:
        raise UsageError(str(error)) from error
    print(f"{relative(folder)}: the course also has the assignment {assignment.name} now, version {assignment.version}. The five commands of its README are the same.")
    _print_next(folder, assignment.name)
    return DONE


def _built(name: str) -> Assignment:
    """
    Raises:
        WorkNotRight: no build has looked at what its mistakes do.
    """
    from autograder.content.mistake_fingerprints import stored

    assignment = with_solutions(name)
    if not stored(assignment):
        again = f"autograder build {name_to_type(assignment)}"
        raise WorkNotRight(f"{assignment.name} is not built yet, so the kit could not name mistakes in this course. Build it first:   {again}")
    return assignment


def _print_next(course: Path, name: str) -> None:
    there = course.resolve() == Path.cwd().resolve()
    print(f"\nNext:   {'' if there else f'cd {relative(course)} && '}nbgrader generate_assignment {name}")
