"""The graded pages of a class in which ``autograder discover`` looks: of a folder of reports, or of a course without nbgrader."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.cli.errors import UsageError
from autograder.cli.grade import not_submitted
from autograder.cli.graded_folder import of_one_assignment, read
from autograder.cli.graded_pages import graded_pages, places_of
from autograder.cli.targets import with_solutions
from autograder.content.assignment import Assignment
from autograder.content.assignment_search import is_place
from autograder.core.faults import Unreadable
from autograder.core.languages import message
from autograder.core.records import Report, Status
from autograder.reports.sanitize import one_line

if TYPE_CHECKING:
    from autograder.authoring.discovery import WrongAnswer

SETTINGS = "course.toml"


@dataclass(frozen=True)
class GradedClass:
    """Reports, and where their pages are.

    Attributes:
        places: folders to look in. pages: contents that are known already, by their hashes.
        names: what else students are called by, beside what the reports say: no draft may have it.
        left_out: whether some report could not be read.
    """

    assignment: Assignment
    reports: list[Report]
    places: list[Path] = field(default_factory=list)
    pages: dict[str, bytes] = field(default_factory=dict)
    names: tuple[str, ...] = ()
    left_out: bool = False


@dataclass(frozen=True)
class ToLookAt:
    """Wrong answers without a name, and what cannot be looked at.

    Attributes:
        missing: submissions whose page is not there any more, or cannot be read. whole: those of which an answer cannot be taken out.
        other_variants: answers that are not to the ordinary exercise, which answers are judged by again.
    """

    answers: list[WrongAnswer]
    missing: list[str]
    whole: list[str]
    other_variants: list[WrongAnswer]


def is_course(folder: Path) -> bool:
    """Whether a folder is a course without nbgrader."""
    return (folder / SETTINGS).is_file()


def of_folder(folder: Path, name: str, submissions: tuple[Path, ...]) -> GradedClass:
    """The class of a folder of reports.

    Args:
        name: of the assignment, or its place; empty if the reports say it. submissions: where the pages are; empty: as it is noted.
    """
    found, left_out = read(folder)
    if is_place(name):
        assignment = with_solutions(name)
        reports = list(of_one_assignment(found, assignment.name, folder).values())
    else:
        reports = list(of_one_assignment(found, name, folder).values())
        if is_place(reports[0].assignment):
            raise UsageError(message("{name} is not the name of an assignment.", name=one_line(reports[0].assignment)))
        assignment = with_solutions(reports[0].assignment)
    places = places_of(folder, submissions)
    not_submitted(assignment, name, places)
    return GradedClass(assignment, reports, places, left_out=bool(left_out))


def of_course(folder: Path, name: str, submissions: tuple[Path, ...]) -> GradedClass:
    """The class of a course, as the checks have judged the attempts that count; its pages are in the database.

    Args:
        name: of the course's assignment; empty if there is one only. submissions: must be empty.
    """
    from autograder.cli.course_grading import assignment_of, opened

    if submissions:
        raise UsageError(message("A course has its pages in its database: leave --submissions away."))
    with opened(folder) as (course, store):
        from autograder.desk.similar_answers import pages_of
        from autograder.desk.standing import CourseStanding

        mine, assignment = assignment_of(course, name)
        standing = CourseStanding(course, store)
        found = pages_of(standing, store, mine)
        people = standing.people
        reports = [replace(one.report, submission=people.shown[one.report.submission], person="") for one in found]
        if not reports:
            raise UsageError(message("Nothing of {assignment} has been graded yet.   {command}", assignment=mine.name, command=f"autograder grade PATH --course {folder}"))
        pages = {one.report.source_sha256: one.content for one in found if one.content is not None}
        names = [text for one in people.students.values() for text in (one.key, one.name, *one.also)]
        files = [one.source.submission for one in standing.saved_attempts(mine.name)]
    return GradedClass(assignment, reports, pages=pages, names=(*names, *files))


def to_look_at(graded: GradedClass, wanted: Collection[str]) -> ToLookAt:
    """The wrong answers to these exercises that no known mistake explains."""
    from autograder.authoring.discovery import WrongAnswer
    from autograder.content import variant_uses
    from autograder.content.nameless import PageWords, nameless, parts_of_names

    assignment = graded.assignment
    private = parts_of_names([*graded.names, *(text for one in graded.reports for text in (one.submission, one.person))])
    todo = {
        one.submission: [exercise.name for exercise in one.exercises if exercise.has_no_name and exercise.name in wanted]
        for one in graded.reports
        if one.status is Status.GRADED
    }
    reports = [one for one in graded.reports if todo.get(one.submission)]
    known = {name: PageWords.of(assignment, name) for names in todo.values() for name in names}
    found = ToLookAt([], [], [], [])
    looked_for = {one.source_sha256 for one in reports} - {*graded.pages}
    there = graded.pages | (graded_pages(assignment, graded.places, looked_for) if graded.places and looked_for else {})
    for one in sorted(reports, key=lambda report: report.submission):
        try:
            page = assignment.read_bytes(there[one.source_sha256], one.source or "page.py", one.submission)
        except (KeyError, Unreadable):
            found.missing.append(one.submission)
            continue
        for name in todo[one.submission]:
            source = nameless(page, known[name], private)
            if source is None:
                found.whole.append(one.submission)
                continue
            answer = WrongAnswer(one.submission, name, source)
            is_other = bool(variant_uses.variant_of(assignment, name, one.variant))
            (found.other_variants if is_other else found.answers).append(answer)
    return found
