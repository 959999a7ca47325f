"""An instructor grades files and folders."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

import autograder
from autograder.cli import options
from autograder.cli.course_grading import grade_into_course
from autograder.cli.errors import DONE, TO_FIX, UsageError
from autograder.cli.grade_course import grade_course
from autograder.cli.grading import compared_with_earlier, grade_all, rechecked, write_class
from autograder.cli.targets import known_budget, with_solutions
from autograder.cli.terminal import relative, slash
from autograder.content import archives, page_choice
from autograder.content.assignment import Assignment, AssignmentNotFound
from autograder.content.assignment_search import is_place
from autograder.content.discovery import NBGRADER, Discovery, collect
from autograder.content.folder_layout import AmbiguousFolder
from autograder.content.owners import display_names
from autograder.content.packed_solutions import is_for_now
from autograder.content.page_file import is_page
from autograder.core import file_names
from autograder.core.file_names import few
from autograder.core.files import FILE, FOLDER, NOTHING, kind
from autograder.core.languages import joined, message, shown, spoken, spoken_plural, what_it_says, with_and
from autograder.core.records import Report
from autograder.desk.course_file import CourseUnusable, is_course
from autograder.grading import class_answers, graded_places
from autograder.grading.run import ClassRun, mark_not_final, of_earlier_runs
from autograder.reports import wording
from autograder.reports.sanitize import one_line
from autograder.sandbox.fork_server_handle import loading_servers

if TYPE_CHECKING:
    from autograder.desk.student_variants import VariantOf

MOST_LISTED = 20  # students, by name
NO_VARIANTS = message(
    "In an nbgrader course, all students have the same page. For variants, make a course without nbgrader: {command}",
    command="autograder course new DIR --without-nbgrader",
)


@click.command(cls=options.Command)
@options.language
@click.argument("paths", nargs=-1, type=Path, metavar="[PATH]...")
@click.option("--out", type=Path, metavar="DIR", help="Folder for the reports.")
@click.option(
    "--course", type=Path, metavar="DIR", help="A course: grade PATHs into it; or an nbgrader course: grade it and fill its gradebook."
)
@click.option(
    "--submitted", default="", metavar="TIME", help="With --course: when these pages were submitted, such as 2026-05-31T23:59."
)
@click.option(
    "--student", default="", metavar="NAME", help="The student whose work PATH is, if its name does not say so."
)
@click.option(
    "--variants", default="", metavar="SEED", help="Every student has a variant of the assignment that follows from SEED and the student's id."
)
@click.option("--roster", type=Path, metavar="FILE.csv", help="With --variants: the list of students, with their ids (default: the pages' names are the ids).")
@options.jobs
@click.option(
    "--scheduler", default="", metavar="ADDRESS", help="Address of a Dask cluster whose workers do the grading."
)
@click.option("--regrade", is_flag=True, help="Grade everything again, and ignore the results of earlier runs.")
@options.recheck
@options.assignment()
@options.judging
def run(
    paths: tuple[Path, ...],
    out: Path | None,
    course: Path | None,
    submitted: str,
    student: str,
    variants: str,
    roster: Path | None,
    jobs: int | None,
    scheduler: str,
    regrade: bool,
    recheck: float | None,
    name: str,
    **judging,
) -> int:
    """Grade files and folders.

    PATH is a page, a folder of pages or of students' folders, one student's folder, or a zip of any of these.
    """
    if course is not None and not is_course(course) and (course / NBGRADER).is_file() and variants:
        raise UsageError(NO_VARIANTS)
    if course is not None and (variants or roster):
        raise UsageError(message("With --course, course.toml says which students have which variants: leave --variants and --roster away."))
    if roster is not None and not variants:
        raise UsageError(message("--roster needs --variants SEED."))
    if course is not None and is_course(course):
        if out:
            raise UsageError(message("With --course, the course says where the reports go: leave --out away."))
        typed = {**judging, "recheck": recheck}
        return grade_into_course(course, name, paths, submitted, student, jobs, scheduler, regrade, typed)
    if submitted:
        raise UsageError(message("--submitted needs --course DIR with a course that has a course.toml."))
    if course is not None:
        if paths or out or judging["spawn"] or scheduler or student:
            raise UsageError(message("With --course, the course says which pages to grade, where the reports go and how to grade."))
        return grade_course(course, name, jobs, regrade, {**judging, "recheck": recheck})
    if not paths or out is None:
        raise UsageError(message("Say what to grade and where to write the reports: {command}, or --course DIR.", command="autograder grade PATH --out DIR"))
    assignment = _assignment(name)
    variant_of = _variant_of(variants, roster, assignment)
    settings = options.settings({**judging, "recheck": recheck})
    known_budget(assignment, settings.budget)
    can_be_graded(paths)
    not_submitted(assignment, name, paths)
    here = [] if scheduler else assignment.libraries()
    scratch = tempfile.TemporaryDirectory(prefix="autograder-")  # no other user may read it
    with scratch as unpacked, loading_servers(here, settings.spawn, settings.isolation, settings.backend) as servers:
        earlier, others = of_earlier_runs(out, assignment)
        try:
            found = collect(
                paths, assignment, known=earlier, scratch=Path(unpacked), aside=[out], student=student
            )
        except AmbiguousFolder as error:
            raise UsageError(what_it_says(error)) from error
        without = without_page(found)
        if not found.handed:
            where = ", ".join(file_names.shown(str(path)) for path in paths)
            raise UsageError(joined([message("No page (.py or .ipynb) was found in {places}.", places=where), *without]))
        before = dict(earlier)
        started = ClassRun(
            found,
            assignment,
            settings,
            jobs,
            out,
            earlier=earlier,
            regrade=regrade,
            scheduler=scheduler,
            begun=servers,
            variant_of=variant_of,
        )
        graded_places.note(out, paths)  # first: whoever stops this finds the pages of what is judged already
        reports = grade_all(started)
        graded = {report.submission for report in reports}
        rest = [report for name, (_stem, report) in earlier.items() if name not in graded]
        everybody = sorted([*reports, *rest], key=lambda report: report.submission)
        answers = class_answers.of_files(assignment, everybody, {one.name: one.path for one in found.handed}, out)
    written = write_class(everybody, out, assignment.title, started.stems, answers)
    mark_not_final(everybody, written, out, started.stems)
    print(spoken("One report for each of {submissions}: {folder}", submissions=wording.count(len(reports), "submission"), folder=f"{out}{slash()}"))
    for sentence in [
        *compared_with_earlier(reports, before, others, out),
        *beside(found, reports),
        *passed_over(found),
        *without,
        *rechecked(started.recheck),
    ]:
        print(shown(sentence))
    print("\n" + spoken("Next: open the class report   {page}", page=written.page))
    held = started.recheck is None or started.recheck.held
    return DONE if written.whole and not without and held else TO_FIX


def can_be_graded(paths: Sequence[Path]) -> None:
    """
    Raises:
        UsageError: one of them is not there, or is neither a page nor a folder nor a zip.
    """
    for path in paths:
        what = kind(path)
        if what == NOTHING:
            raise UsageError(message("There is no file or folder {path}.", path=path))
        if what == FILE and not is_page(path) and path.suffix.lower() != archives.ZIP:
            raise UsageError(_no_page(path))


def _assignment(name: str) -> Assignment:
    """The one that is named, or the only one that is here with its solutions."""
    try:
        return with_solutions(name)
    except AssignmentNotFound as error:
        if name:
            raise
        raise UsageError(message("Name the assignment: --assignment {names}.", names="NAME")) from error


def _variant_of(seed: str, roster: Path | None, assignment: Assignment) -> VariantOf | None:
    """Says the variant of each student; None where all have the same page."""
    if not seed:
        return None
    if not assignment.variants:
        raise UsageError(message("{assignment} has no [variants] in its assignment.toml, so --variants cannot be used with it.", assignment=assignment.name))
    from autograder.desk import student_variants
    from autograder.desk.roster import read_roster

    if roster is None:
        return student_variants.by_name(seed, assignment)
    try:
        return student_variants.by_roster(read_roster(roster), roster, seed, assignment)
    except CourseUnusable as error:
        raise UsageError(what_it_says(error)) from error


def not_submitted(assignment: Assignment, name: str, paths: Sequence[Path]) -> None:
    """Refuses an assignment that lies among the pages and was not named by its folder: an archive that a student has submitted
    may hold a ``solutions`` folder, and checks are programs, which run unconfined and give the marks.
    """
    own = is_for_now(assignment.folder) or assignment.folder.is_relative_to(Path(autograder.__file__).resolve().parents[1])
    if is_place(name) or own:
        return
    for path in paths:
        if kind(path) not in (FILE, FOLDER) or (kind(path) == FILE and not is_page(path)):
            continue  # a zip is unpacked elsewhere
        folder = path.resolve() if kind(path) == FOLDER else path.resolve().parent
        if assignment.folder.is_relative_to(folder):
            place = relative(assignment.folder)
            place = place if place.is_absolute() else f".{os.sep}{place}"  # a bare name would not mean the folder
            raise UsageError(
                message(
                    "The assignment {assignment} was found in {place}, among the pages to grade: a student may have submitted it. "
                    "If it is yours, name the folder:   --assignment {place}",
                    assignment=assignment.name, place=place,
                )
            )  # fmt: skip


def _no_page(path: Path) -> str:
    """Why a file that was named is not a page, and what to do."""
    if path.suffix.lower() in archives.PACKED:
        return message("{path} is an archive that is not a zip. Unpack it by hand, then grade the folder.", path=path)
    return message("{path} is not a page: expected a .py or .ipynb file, a folder, or a .zip of pages.", path=path)


def without_page(found: Discovery) -> list[str]:
    """Who has a folder and nothing to judge in it: no student may vanish from a class in silence."""
    people = display_names((name, found.owners[name].person) for name in found.owners)
    whom = [f"{_short(people[name])} ({shown(why)})" for name, why in found.without.items()]
    return [spoken("No page of: {names}. Ask them, or rename the file; then grade again.", names=_named(whom))] if whom else []


def beside(found: Discovery, reports: list[Report]) -> list[str]:
    """Who has worked on more than one page: which one counts is not a secret, nor what the other would have earned."""
    people = display_names((name, found.owners[name].person) for name in found.owners)
    pages = {one.name: one.path.name for one in found.handed}
    lines = [
        f"{_short(people[report.submission])}: {' '.join(map(shown, page_choice.notes_on_others(report)))}"
        + (" " + spoken_plural("{count} more page not graded.", "{count} more pages not graded.", more) if more > 0 else "")
        for report in reports
        if report.submission in found.worked
        for more in [len(found.worked[report.submission]) - page_choice.MOST_JUDGED]
    ]
    twice = [
        spoken("{one} and {other}", one=f"{_short(first)} ({_short(pages[first])})", other=f"{_short(second)} ({_short(pages[second])})")
        for second, first in found.twice.items()
        if first in pages and second in pages
    ]
    return [
        *([spoken("Some students worked on more than one page. {rule}", rule=page_choice.RULE), *(f"   {one}" for one in lines[:MOST_LISTED])] if lines else []),
        *(["   " + spoken_plural("and {count} more student.", "and {count} more students.", len(lines) - MOST_LISTED)] if len(lines) > MOST_LISTED else []),
        *([spoken("Files with the same name, each with a separate report: {names}.", names=_named(twice))] if twice else []),
        *_odd_names(found),
    ]


def passed_over(found: Discovery) -> list[str]:
    names = [_short(name) for name in found.passed_over]
    return [spoken("Ignored, because they are not pages: {names}.", names=few(names))] if names else []


def _odd_names(found: Discovery) -> list[str]:
    """Whose names look alike, or are one name elsewhere; and how those were read that are no text here."""
    groups: dict[str, list[str]] = {}
    for one in found.handed:
        groups.setdefault(file_names.likeness(one.name), []).append(one.name)
    alike = [shown(with_and([*map(_short, names)])) for names in groups.values() if len(names) > 1]
    read = [
        f"{_short(one.name)} ({file_names.exact(part)})"
        for one in found.handed
        for part in one.path.parts
        if not file_names.is_text(part)
    ]
    said = []
    if alike:
        said.append(spoken("Names that look alike, each with a separate report: {names}.", names=_named(alike)))
    if read:
        said.append(spoken("Names that are not in UTF-8, and how they were read: {names}. Check that they are right.", names=_named(read)))
    return said


def _short(name: str) -> str:
    return one_line(name, 60)


def _named(entries: list[str]) -> str:
    return few([one_line(entry) for entry in entries], MOST_LISTED)
