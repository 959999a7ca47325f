"""``autograder grade PATH --course DIR``: a class is judged into a course without nbgrader, and stored pages are judged again."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli import options
from autograder.cli.errors import DONE, TO_FIX, UsageError, WorkNotRight
from autograder.cli.terminal import relative, say
from autograder.core import installed
from autograder.core.languages import choice, message, shown, spoken, what_it_says
from autograder.core.languages.messages import plural
from autograder.core.settings import Settings

if TYPE_CHECKING:
    from autograder.content.assignment import Assignment
    from autograder.desk.course_file import CourseAssignment, CourseFile
    from autograder.desk.course_lock import Work
    from autograder.desk.standing import CourseStanding, Mark
    from autograder.desk.store import Store

EXTRA = message("This needs a package that is not installed ({name}):   {command}")
MOST_LISTED = 20  # marks, by name


@contextmanager
def opened(folder: Path, work: Work | None = None) -> Iterator[tuple[CourseFile, Store]]:
    """A course and its database.

    Args:
        work: that no other command does meanwhile; None if this one changes nothing.

    Raises:
        UsageError, WorkNotRight: it is not a course, or cannot be used.
    """
    from autograder.desk.course_file import CourseUnusable, read_course

    try:
        course = read_course(folder)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error
    choice.speak(of_page=course.language)
    from autograder.desk.course_lock import alone

    try:
        from autograder.desk.store import Store
    except ModuleNotFoundError as error:
        raise UsageError(EXTRA.having(name=error.name, command=installed.extra("desk"))) from error
    try:
        if work is None:
            with Store(course) as store:
                yield course, store
            return
        with alone(folder, work), Store(read_course(folder)) as store, store.alone(work):
            yield read_course(folder), store  # as it is now: another command may have changed it while this one waited
    except CourseUnusable as error:
        raise WorkNotRight(what_it_says(error)) from error


def assignment_of(course: CourseFile, name: str) -> tuple[CourseAssignment, Assignment]:
    """An assignment of the course, and what is judged by.

    Raises:
        UsageError: the course has no such assignment, or its folder is not there.
    """
    from autograder.cli.targets import known_budget, with_solutions
    from autograder.desk.course_file import CourseUnusable

    try:
        mine = course.assignment(name)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error
    assignment = with_solutions(mine.place)
    known_budget(assignment, course.settings.budget)
    unknown = [one for one in mine.drop if one not in assignment.functions]
    if unknown:
        raise UsageError(message("course.toml: assignments.{name}.drop names {unknown}, which is not an exercise of {assignment}.", name=mine.name, unknown=unknown[0], assignment=assignment.name))
    return mine, assignment


def grade_into_course(
    folder: Path,
    name: str,
    paths: tuple[Path, ...],
    submitted: str,
    student: str,
    jobs: int | None,
    scheduler: str,
    regrade: bool,
    typed: dict[str, object],
) -> int:
    """Judges pages, and takes what was found into the course.

    Args:
        name: the assignment's, or empty. typed: settings in place of the course's own; the others are None.
    """
    from autograder.cli.grade import beside, can_be_graded, not_submitted, passed_over, without_page
    from autograder.cli.grading import grade_all, rechecked
    from autograder.content.discovery import collect
    from autograder.content.folder_layout import AmbiguousFolder
    from autograder.desk import recording, student_variants
    from autograder.desk.course_file import CourseUnusable
    from autograder.desk.course_lock import Work
    from autograder.desk.publishing import REPORTS, folder_of, private_folder
    from autograder.desk.standing import CourseStanding
    from autograder.grading import graded_places
    from autograder.grading.run import ClassRun, of_earlier_runs
    from autograder.reports import wording
    from autograder.sandbox.fork_server_handle import loading_servers

    if not paths:
        raise UsageError(message("Say what to grade: autograder grade PATH --course {folder}.", folder=folder))
    when = moment(submitted, "--submitted")
    can_be_graded(paths)
    with opened(folder, Work.JUDGING) as (course, store):
        mine, assignment = assignment_of(course, name)
        not_submitted(assignment, mine.place, paths)
        try:
            variant_of = student_variants.of_course(course, mine, assignment)
        except CourseUnusable as error:
            raise UsageError(what_it_says(error)) from error
        settings = _with_typed(recording.judging(course, store.standing(), mine.name), typed)
        out = recording.work_folder(course, mine.name)
        scheduler = scheduler or course.scheduler
        here = [] if scheduler else assignment.libraries()
        scratch = tempfile.TemporaryDirectory(prefix="autograder-")  # no other user may read it
        with scratch as unpacked, loading_servers(here, settings.spawn, settings.isolation, settings.backend) as servers:
            earlier, _others = of_earlier_runs(out, assignment)
            aside = [course.folder / recording.WORK, course.folder / REPORTS]
            try:
                found = collect(paths, assignment, known=earlier, scratch=Path(unpacked), aside=aside, student=student)
            except AmbiguousFolder as error:
                raise UsageError(what_it_says(error)) from error
            without = without_page(found)
            if not found.handed and not found.without:
                raise UsageError(message("No page (.py or .ipynb) was found in {places}.", places=", ".join(map(str, paths))))
            published = folder_of(course, mine.name)
            private_folder(published)
            graded_places.note(published, paths)  # first: once all is saved, nothing of this would be done again
            run = ClassRun(
                found, assignment, settings, jobs or course.jobs, out, earlier=earlier, regrade=regrade, scheduler=scheduler, begun=servers,
                variant_of=variant_of,
            )  # fmt: skip
            reports = grade_all(run)
            with store.alone(Work.WRITING):
                before = CourseStanding(course, store)
                new, problems = recording.record(run, course, store, mine.name, when)
                after = CourseStanding(course, store)
                whole = show_class(course, store, after, mine, assignment)
        counted = {"submissions": wording.count(len(reports), "submission"), "gradings": wording.count(new, "new grading")}
        say(spoken("{submissions} judged, {gradings} saved: {place}", place=relative(course.folder), **counted))
        for sentence in [*changes(before.marks[mine.name], after.marks[mine.name]), *beside(found, reports), *passed_over(found), *without, *rechecked(run.recheck), *problems]:
            say(sentence)
        waiting = print_waiting(after)
        say(f"\n{spoken('Next:   {command}', command=f'autograder course status {relative(course.folder)}')}")
        held = run.recheck is None or run.recheck.held
        return DONE if whole and held and not (without or problems or waiting) else TO_FIX


def show_class(course: CourseFile, store: Store, standing: CourseStanding, mine: CourseAssignment, assignment: Assignment) -> bool:
    """Brings an assignment's reports up to date, and prints its table. Returns whether all of it could be done."""
    from autograder.cli.grading import class_table
    from autograder.desk.publishing import folder_of, publish

    files, _written = publish(standing, store, mine.name, assignment, partial(class_table, folder=folder_of(course, mine.name)))
    if files is None:
        return True
    print(files.table, end="")
    for problem in files.problems:
        say(problem)
    say(spoken("Class report: {page}", page=relative(files.page)))
    return not files.problems


def changes(before: dict[str, Mark], after: dict[str, Mark]) -> list[str]:
    """A sentence about marks that are other ones now; none if there are none."""
    from autograder.lms.filling import listed

    lines = [
        shown(message("{student} {before} → {after}", student=mark.shown, before=before[key].cell, after=mark.cell))
        for key, mark in after.items()
        if key in before and before[key].report is not None and before[key].cell != mark.cell
    ]
    return [message("Marks that changed: {marks}.", marks=listed(lines, MOST_LISTED))] if lines else []


def moment(text: str, option: str) -> datetime.datetime | None:
    """A time that was typed, in this machine's time zone where it names none; None if nothing was typed.

    Raises:
        UsageError: it is not a time.
    """
    if not text:
        return None
    from autograder.desk.moments import typed_time

    try:
        return typed_time(text)
    except ValueError:
        raise UsageError(message("{option}: {text} is not a time. Write it like this: 2026-05-31T23:59.", option=option, text=repr(text))) from None


def _with_typed(settings: Settings, typed: dict[str, object]) -> Settings:
    return options.settings({**vars(settings), **{name: value for name, value in typed.items() if value is not None}})


def print_waiting(standing: CourseStanding) -> int:
    """What waits for a person, as lines. Returns how much that is."""
    from autograder.reports.sanitize import one_line

    waiting = standing.waiting()
    for sentence in waiting[:MOST_LISTED]:
        say(f"  ! {one_line(shown(sentence), 300)}")
    if len(waiting) > MOST_LISTED:
        more = plural("and {count} more: autograder course status", "and {count} more: autograder course status", len(waiting) - MOST_LISTED)
        say(f"  ! {shown(more)}")
    if any(mark.late.doubt for marks in standing.marks.values() for mark in marks.values()):
        command = f"autograder override STUDENT --submitted 2026-05-31T23:59 --reason TEXT --by NAME --course {relative(standing.course.folder)}"
        say(spoken("To say when a page was submitted:   {command}", command=command))
    return len(waiting)

