"""A course and its learning platform: Canvas or Moodle. What would change is shown first, and done with ``--yes``."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.override_output import nothing_changed_yet
from autograder.cli.terminal import columns, progress, relative, say
from autograder.core.languages import joined, message, plural, shown, spoken, what_it_says
from autograder.desk.course_file import CourseUnusable

if TYPE_CHECKING:
    from autograder.desk.course_file import CourseFile
    from autograder.desk.store import Store
    from autograder.lms.platform import Platform

HERE = click.argument("folder", type=Path, metavar="[DIR]", default=Path())
YES = click.option("--yes", is_flag=True, help="Do it. Without, only what would change is shown.")


@click.command(cls=options.Command)
@options.language
@HERE
@click.option("--canvas", default="", metavar="ADDRESS", help="The course's address in Canvas: https://HOST/courses/NUMBER.")
@click.option("--moodle", default="", metavar="ADDRESS", help="The course's address in Moodle: https://HOST/course/view.php?id=NUMBER.")
@click.option("--lti", is_flag=True, help="The course is a tool of its platform: see autograder course lti.")
@click.option("--make-columns", is_flag=True, help="With --lti: make a column for marks for each assignment that has none.")
def connect(folder: Path, canvas: str, moodle: str, lti: bool, make_columns: bool) -> int:
    """Say where a course is in Canvas, Moodle or another learning platform.

    DIR is the folder of a course without nbgrader (default: this folder). The token is read from the keyring or from AUTOGRADER_CANVAS_TOKEN or AUTOGRADER_MOODLE_TOKEN, and never saved. With --lti none is needed.
    """
    need_packages()
    if lti:
        if canvas or moodle:
            raise UsageError(message("--lti needs no address: the platform has said where the course is."))
        from autograder.cli.course_lti import connect_lti

        return connect_lti(folder, make_columns)
    if make_columns:
        raise UsageError(message("--make-columns needs --lti: make the assignments in Canvas or Moodle."))
    from autograder.cli.course_grading import opened
    from autograder.desk.course_edit import CourseEdit
    from autograder.desk.course_file import NAME, read_course
    from autograder.desk.course_lock import Work
    from autograder.desk.platform_connection import same_assignments
    from autograder.lms.platform import LmsPlace, address_of, course_number
    from autograder.reports.sanitize import one_line

    typed = canvas or moodle
    if bool(canvas) == bool(moodle):
        raise UsageError(message("Say where the course is: --canvas ADDRESS or --moodle ADDRESS, as your browser shows it, or --lti."))
    number = course_number(typed)
    try:
        address = address_of(typed)
    except ValueError as error:
        raise UsageError(what_it_says(error)) from error
    if not number:
        raise UsageError(message("{address} does not name a course. Open the course in a browser, and copy the address from there.", address=one_line(typed)))
    place = LmsPlace("canvas" if canvas else "moodle", address, number)
    with opened(folder, Work.PLATFORM) as (course, store), asking(replace(course, lms=place, lti=None), store) as platform:
        title = platform.course_title()
        there = platform.assignments()
        found = same_assignments(course, titles(course, store), there)
        with store.alone(Work.WRITING):
            edit = CourseEdit(course.folder)
            edit.connect(place, {name: one.number for name, one in found.items()})
            edit.write()
        course = read_course(folder)
    say(
        spoken(
            "{place} is connected to {title} in {platform} ({address}, course {number}).",
            place=relative(course.folder), title=repr(title), platform=platform.title, address=address, number=number,
        )
    )  # fmt: skip
    for one in course.assignments:
        if other := found.get(one.name):
            say(spoken("  {assignment}: {title} (number {number})", assignment=one.name, title=repr(other.title), number=other.number))
        else:
            say(spoken("  {assignment}: not found. Write   lms = NUMBER   under assignments.{assignment} in {file}.", assignment=one.name, file=NAME))
    taken = {other.number for other in found.values()}
    rest = [spoken("{title} (number {number})", title=repr(one.title), number=one.number) for one in there if one.number not in taken]
    if rest and len(found) < len(course.assignments):
        say(spoken("  {platform} also has: {assignments}.", platform=platform.title, assignments=", ".join(rest)))
    say(f"\n{spoken('Next:   {command}', command=f'autograder course fetch {relative(course.folder)}')}")
    return DONE if len(found) == len(course.assignments) else TO_FIX


@click.command(cls=options.Command)
@options.language
@HERE
@options.assignment(message("all of them"))
@click.option("--grade", "then_grade", is_flag=True, help="With --yes: also grade what was fetched.")
@options.jobs
@YES
def fetch(folder: Path, name: str, then_grade: bool, jobs: int | None, yes: bool) -> int:
    """Fetch students, deadlines and submissions from a learning platform.

    DIR is the folder of a course without nbgrader (default: this folder).
    """
    need_packages()
    from autograder.cli.course_grading import opened
    from autograder.desk.course_lock import Work
    from autograder.desk.fetch_plan import FetchPlanner
    from autograder.desk.fetching import fetch as fetch_all
    from autograder.desk.fetching import to_grade
    from autograder.desk.standing import CourseStanding
    from autograder.reports.sanitize import one_line

    with opened(folder, Work.PLATFORM if yes else None) as (course, store), asking(course, store) as platform:
        chosen = [course.assignment(name)] if name else list(course.assignments)
        with progress(spoken("asking {platform}", platform=platform.title)):
            plan = FetchPlanner(CourseStanding(course, store), store, platform).plan([one for one in chosen if one.lms])
        for sentence in plan.sentences(platform.title):
            say(one_line(shown(sentence), 600))
        for mine in chosen:
            if not mine.lms:
                say(
                    spoken(
                        "{assignment}: not in {platform}, as course.toml has no number for it (assignments.{assignment}.lms).",
                        assignment=mine.name, platform=platform.title,
                    )
                )  # fmt: skip
        if plan.is_empty:
            if yes:
                _publish(folder, store, [one.name for one in chosen])  # an interrupted command may not have come to it
            say(spoken("Nothing is new."))
            return _after_fetch(course, to_grade(course, plan), then_grade and yes, jobs, bool(plan.unsure))
        if not yes:
            return nothing_changed_yet()
        with progress(spoken("fetching from {platform}", platform=platform.title)) as now:
            done = fetch_all(course, store, platform, plan, now)
        _publish(folder, store, [one.mine.name for one in plan.news])
    say(f"\n{shown(plural('{count} file fetched.', '{count} files fetched.', done.files))}")
    for file, why in done.failed:
        say(f"  ! {one_line(file)}: {one_line(shown(why), 300)}")
    if done.stopped:
        raise WorkNotRight(joined([done.stopped, message("What is fetched is kept. Run the same command again.")], "\n"))
    return _after_fetch(course, done.folders, then_grade, jobs, bool(done.failed or plan.unsure))


@click.command(cls=options.Command)
@options.language
@HERE
@options.assignment()
@click.option("--marks-only", is_flag=True, help="Send no feedback files.")
@click.option("--scale", is_flag=True, help="Scale the marks if the assignment is out of another number there.")
@click.option("--overwrite", multiple=True, metavar="STUDENT", help="Replace this student's mark although a person has changed it there; may be repeated.")
@YES
def push(folder: Path, name: str, marks_only: bool, scale: bool, overwrite: tuple[str, ...], yes: bool) -> int:
    """Send marks and feedback to Canvas, Moodle or another learning platform.

    DIR is the folder of a course without nbgrader (default: this folder). Nothing is sent twice, and a mark that a person has changed on the platform is kept and shown.
    """
    need_packages()
    from autograder.cli.course_grading import opened
    from autograder.cli.push_table import print_plan
    from autograder.desk.course_lock import Work
    from autograder.desk.platform_journal import PlatformJournal
    from autograder.desk.push_plan import Fate, PushPlanner, connected, students_named
    from autograder.desk.pushing import Pusher, summary
    from autograder.desk.standing import CourseStanding
    from autograder.reports.sanitize import one_line

    with opened(folder, Work.PLATFORM if yes else None) as (course, store), asking(course, store) as platform:
        mine = connected(course.assignment(name))
        standing = CourseStanding(course, store)
        assert course.lms is not None  # or there would be no platform
        journal = PlatformJournal(store, course.lms, mine.lms)
        replaced = students_named(standing, overwrite)
        with progress(spoken("asking {platform}", platform=platform.title)):
            plan = PushPlanner(standing, store, platform, journal.known(), scale, not marks_only, replaced).plan(mine)
        print_plan(plan, platform, course.folder)
        status = f"autograder course status {relative(course.folder)}"
        left = bool(plan.of(Fate.KEEP) or plan.of(Fate.LOST)) or any(row.mark.waits for row in plan.rows)
        if not plan.of(Fate.SEND):
            say(f"\n{spoken('There is nothing to send.')}\n\n{spoken('Next:   {command}', command=status)}")
            return TO_FIX if left else DONE
        if not yes:
            nothing_changed_yet()
            return TO_FIX if left else DONE
        with progress(spoken("sending to {platform}", platform=platform.title)) as now:
            done = Pusher(platform, store, journal, now).push(plan)
    say()
    for sentence in summary(plan.assignment, done, platform.title):
        say(one_line(shown(sentence), 600))
    if done.stopped:
        raise WorkNotRight(joined([done.stopped, message("What was sent is noted. Run the same command again: nothing is sent twice.")], "\n"))
    say(f"\n{spoken('Next:   {command}', command=status)}")
    return TO_FIX if left or done.failed else DONE


def need_packages() -> None:
    """
    Raises:
        UsageError: the course's database, or what changes its settings, is not installed.
    """
    from autograder.core import installed

    try:
        from autograder.desk import course_edit, store  # noqa: F401
    except ModuleNotFoundError as error:
        raise UsageError(message("This needs packages that are not installed ({name}):   {command}", name=error.name, command=installed.extra("desk,lms"))) from error


def _after_fetch(course: CourseFile, folders: dict[Path, str], then_grade: bool, jobs: int | None, left: bool) -> int:
    from autograder.cli.course_grading import grade_into_course

    if not folders:
        say(f"\n{spoken('Next:   {command}', command=f'autograder course status {relative(course.folder)}')}")
        return TO_FIX if left else DONE
    if not then_grade:
        first, *rest = [f"autograder grade {relative(place)} --course {relative(course.folder)} --assignment {name}" for place, name in folders.items()]
        step = spoken("Next:   {command}", command=first)
        say(f"\n{step}")
        for command in rest:
            say(" " * columns(step[: step.find(first)]) + command)
        return TO_FIX if left else DONE
    codes = []
    for place, name in folders.items():
        say("\n" + spoken("Grading {place}:", place=relative(place)))
        codes.append(grade_into_course(course.folder, name, (place,), "", "", jobs, "", False, {}))
    return TO_FIX if left or any(codes) else DONE


def _publish(folder: Path, store: Store, names: list[str]) -> None:
    """Brings the reports of assignments up to date that have other deadlines now."""
    from autograder.content.assignment import AssignmentBroken, AssignmentNotFound
    from autograder.desk.correcting import CourseDesk
    from autograder.desk.course_file import read_course

    course = read_course(folder)
    for name in names:
        try:
            CourseDesk(course, store).publish(course.assignment(name))
        except (AssignmentBroken, AssignmentNotFound) as error:
            say(spoken("  ! {assignment}: its reports are as before: {error}", assignment=name, error=error))


def titles(course: CourseFile, store: Store) -> dict[str, str]:
    """What each assignment is called by people, where its folder is there."""
    from autograder.content.assignment import AssignmentBroken, AssignmentNotFound
    from autograder.desk.correcting import CourseDesk

    found = {}
    for one in course.assignments:
        try:
            found[one.name] = CourseDesk(course, store).load(one).title
        except (AssignmentBroken, AssignmentNotFound):
            continue
    return found


@contextmanager
def asking(course: CourseFile, store: Store) -> Iterator[Platform]:
    """The platform of a course, while it is asked.

    Raises:
        WorkNotRight: there is none, or it cannot be used; the text is its sentence.
    """
    from autograder.desk.course_lock import to_stderr
    from autograder.desk.platform_connection import open_course_platform
    from autograder.lms.platform import LmsError

    try:
        with closing(open_course_platform(course, store, to_stderr)) as platform:
            yield platform
    except (LmsError, CourseUnusable) as error:
        raise WorkNotRight(what_it_says(error)) from None
