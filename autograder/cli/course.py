"""Courses: one with nbgrader or one without is set up, gets assignments, and says how it is doing."""

from __future__ import annotations

import json
from pathlib import Path

import click

from autograder.cli import course_lti, course_platform, course_variants, options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.help_texts import CommandGroup
from autograder.cli.targets import language_of_page, name_to_type, with_solutions
from autograder.cli.terminal import relative, say
from autograder.content.assignment import Assignment
from autograder.core.files import UNFINISHED, write_atomically
from autograder.core.languages import message, spoken, what_it_says
from autograder.core.languages.catalogue import engine_catalogue
from autograder.core.languages.messages import ENGLISH, plural
from autograder.desk.course_file import NAME, CourseUnusable, is_course, read_course

ROSTER = "roster.csv"
LANGUAGE = click.option("--language", default="", metavar="LANGUAGE", help="Of the page and of what students and you read, such as ko (default: the original's).")
HERE = click.argument("folder", type=Path, metavar="[DIR]", default=Path())


@click.group(cls=CommandGroup, no_args_is_help=False, subcommand_metavar="new|add|variants|status|regrade|connect|lti|fetch|push DIR")
def run() -> None:
    """Set up a course, with nbgrader or without, and see how it is doing."""


run.add_command(course_platform.connect)
run.add_command(course_lti.lti)
run.add_command(course_platform.fetch)
run.add_command(course_platform.push)
run.add_command(course_variants.variants)


@run.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@click.option("--without-nbgrader", "plain", is_flag=True, help="Make a course of the kit's own: a course.toml and a database.")
@click.option("--roster", type=Path, metavar="FILE.csv", help="Without nbgrader: the list of students, which is copied.")
@options.assignment()
@LANGUAGE
def new(folder: Path, plain: bool, roster: Path | None, name: str, language: str) -> int:
    """Make a course folder that is ready to use.

    DIR is an empty folder, or one that does not exist yet.
    """
    if plain:
        return _new_plain(folder, roster, name, language)
    if roster is not None:
        raise UsageError(message("--roster needs --without-nbgrader: nbgrader has a list of students in its gradebook."))
    from autograder.nbgrader import new_course

    assignment = _built(name)
    language = language_of_page(assignment, language)
    try:
        new_course.create(folder, assignment, language)
    except new_course.FolderInUse as error:
        raise UsageError(what_it_says(error)) from error
    say(
        spoken(
            "{place}: an nbgrader course with the assignment {assignment}, version {version}. Its README has the five commands.",
            place=relative(folder), assignment=assignment.name, version=assignment.version,
        )
    )  # fmt: skip
    _print_next(folder, assignment.name)
    return DONE


@run.command(cls=options.Command)
@click.argument("folder", type=Path, metavar="DIR")
@options.assignment()
@LANGUAGE
def add(folder: Path, name: str, language: str) -> int:
    """Add one more assignment to a course.

    DIR is the course's folder. Its other assignments and its settings stay as they are.
    """
    if is_course(folder):
        if language:
            raise UsageError(message("A course without nbgrader has its language in {file}: leave --language away.", file=folder / NAME))
        return _add_plain(folder, name)
    from autograder.cli.grade_course import need_nbgrader

    need_nbgrader()
    from autograder.nbgrader import new_course
    from autograder.nbgrader.course import Course
    from autograder.nbgrader.gradebook_connection import CONFIG, GradebookUnusable, application, uses_judge

    assignment = _built(name)
    language = language_of_page(assignment, language)
    try:
        settings = application(folder)
        if not uses_judge(settings):
            raise UsageError(
                message(
                    "{file} does not use the kit's judge, so {assignment} would not be graded. Make a course beside it "
                    "(autograder course new DIR), and copy its settings of Autograde, GenerateAssignment and GenerateFeedback.",
                    file=folder / CONFIG, assignment=assignment.name,
                )
            )  # fmt: skip
        new_course.add(Course(settings.coursedir, assignment.name), assignment, language)
    except (new_course.FolderInUse, GradebookUnusable) as error:
        raise UsageError(what_it_says(error)) from error
    say(
        spoken(
            "{place}: the course also has the assignment {assignment} now, version {version}. The five commands of its README are the same.",
            place=relative(folder), assignment=assignment.name, version=assignment.version,
        )
    )  # fmt: skip
    _print_next(folder, assignment.name)
    return DONE


@run.command(cls=options.Command)
@options.language
@HERE
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON, for programs.")
def status(folder: Path, as_json: bool) -> int:
    """Show who has submitted what, who has a mark, and what waits for a person.

    DIR is the folder of a course without nbgrader (default: this folder).
    """
    from autograder.cli.course_grading import opened
    from autograder.cli.course_table import as_content, print_status
    from autograder.desk.standing import CourseStanding

    with opened(folder) as (course, store):
        standing = CourseStanding(course, store)
        if as_json:
            print(json.dumps(as_content(standing), indent=1))
        else:
            print_status(standing)
        return TO_FIX if standing.waiting() else DONE


@run.command(cls=options.Command)
@options.language
@HERE
@options.assignment()
@options.jobs
@click.option("--dry-run", is_flag=True, help="Show whose marks would change, and save nothing.")
def regrade(folder: Path, name: str, jobs: int | None, dry_run: bool) -> int:
    """Judge all stored pages again, by the checks as they are now.

    DIR is the folder of a course without nbgrader (default: this folder). Only what a change of the checks can touch is judged.
    """
    from autograder.cli.course_grading import assignment_of, opened
    from autograder.cli.course_regrading import regrade_all
    from autograder.desk.course_lock import Work

    with opened(folder, None if dry_run else Work.JUDGING) as (course, store):
        mine, assignment = assignment_of(course, name)
        return regrade_all(course, store, mine, assignment, jobs, dry_run)


def _new_plain(folder: Path, roster: Path | None, name: str, language: str) -> int:
    from autograder.desk.course_text import course_toml
    from autograder.desk.roster import read_roster

    if roster is not None:
        try:
            students = read_roster(roster)
        except CourseUnusable as error:
            raise UsageError(what_it_says(error)) from error
    assignment = with_solutions(name)
    language = language_of_page(assignment, language)
    if language and not engine_catalogue(language).is_file():
        raise UsageError(message("The kit itself is not translated into {language} yet, so a course cannot have this language.", language=repr(language)))
    files = {} if roster is None else {ROSTER: roster.read_bytes()}
    files[NAME] = course_toml(folder, [assignment], roster is not None, language or ENGLISH).encode()  # the last one: it makes the folder a course
    if not _takes(folder, files):
        raise UsageError(message("{folder} is in use. Name an empty folder, or one that does not exist yet.", folder=folder))
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name, content in files.items():
        write_atomically(folder / name, content, private=True)
    about = {"place": relative(folder), "assignment": assignment.name}
    if roster is None:
        say(message("{place}: a course with the assignment {assignment}.", **about))
    else:
        say(
            plural(
                "{place}: a course with the assignment {assignment} and {count} student.",
                "{place}: a course with the assignment {assignment} and {count} students.",
                len(students), **about,
            )
        )  # fmt: skip
    say(spoken("Deadlines, weights and the rule for late pages are in {file}.", file=relative(folder / NAME)))
    say(f"\n{spoken('Next:   {command}', command=f'autograder grade PATH --course {relative(folder)}')}")
    return DONE


def _takes(folder: Path, files: dict[str, bytes]) -> bool:
    """Whether a folder is empty, or holds nothing but what the same command has left there when it was interrupted."""
    if not folder.exists():
        return True
    if not folder.is_dir():
        return False
    there = [path for path in folder.iterdir() if not path.name.endswith(UNFINISHED)]
    return all(path.is_file() and path.read_bytes() == files.get(path.name) for path in there)


def _add_plain(folder: Path, name: str) -> int:
    from autograder.desk.course_lock import Work, alone
    from autograder.desk.course_text import assignment_table

    assignment = with_solutions(name)
    try:
        with alone(folder, Work.WRITING):
            course = read_course(folder)
            if any(one.name == assignment.name for one in course.assignments):
                raise UsageError(message("{file} has the assignment {assignment} already.", file=folder / NAME, assignment=assignment.name))
            path = folder / NAME
            before = path.read_text("utf-8")
            write_atomically(path, f"{before.rstrip()}\n\n{assignment_table(folder, assignment)}".encode())
            read_course(folder)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error
    say(
        spoken(
            "{place}: the course also has the assignment {assignment} now. Its deadline and weight are in {file}.",
            place=relative(folder), assignment=assignment.name, file=relative(folder / NAME),
        )
    )  # fmt: skip
    say(f"\n{spoken('Next:   {command}', command=f'autograder grade PATH --course {relative(folder)} --assignment {assignment.name}')}")
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
        raise WorkNotRight(message("{assignment} is not built yet, so the kit could not name mistakes in this course. Build it first:   {command}", assignment=assignment.name, command=again))
    return assignment


def _print_next(course: Path, name: str) -> None:
    there = course.resolve() == Path.cwd().resolve()
    command = f"{'' if there else f'cd {relative(course)} && '}nbgrader generate_assignment {name}"
    say(f"\n{spoken('Next:   {command}', command=command)}")
