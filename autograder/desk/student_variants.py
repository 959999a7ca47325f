"""Which variant of an assignment a student of a course has: it follows from the course's text and the id in the list of students.

What a page says of itself plays no part in it, so a page that names another variant is judged by that of its student.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from autograder.content import variants
from autograder.content.assignment import Assignment
from autograder.content.owners import Owner
from autograder.content.variants import NoSuchVariant
from autograder.core.languages import message
from autograder.desk.course_file import CourseAssignment, CourseFile, CourseUnusable
from autograder.desk.roster import People, Source, Student, read_roster
from autograder.reports.sanitize import one_line

VariantOf = Callable[[Owner | Source], str]


def of_course(course: CourseFile, mine: CourseAssignment, assignment: Assignment) -> VariantOf | None:
    """Says the variant of each student; None where all students have the same page.

    Raises:
        CourseUnusable: the list of students cannot be read, or the assignment has no variants.
    """
    if not mine.variants:
        return None
    if not assignment.variants:
        raise CourseUnusable(
            message(
                "course.toml: assignments.{name}.variants is set, but {assignment} has no [variants] in its assignment.toml. "
                "Take the line away, or declare them.",
                name=mine.name, assignment=assignment.name,
            )
        )  # fmt: skip
    assert course.roster is not None  # the course's file was not read otherwise
    return by_roster(read_roster(course.roster), course.roster, mine.variants, assignment)


def by_roster(listed: Iterable[Student], path: Path, seed: str, assignment: Assignment) -> VariantOf:
    """The same by a list of students.

    Args:
        path: of the list, for the sentence about who is not in it. seed: the course's text.
    """
    people = People(listed, [])

    def variant_of(one: Owner | Source) -> str:
        source = one if isinstance(one, Source) else Source(one.name, one.person, one.platform)
        if not (key := people.listed_key(source)):
            raise NoSuchVariant(
                message(
                    "{student} is not in the list of students ({file}), so it is not known which variant this student has. Nothing was judged. "
                    "Add the student to the list, or correct the name of the file; then grade again.",
                    student=one_line(source.person or source.submission), file=path.name,
                )
            )
        return variants.of_student(assignment.variants, seed, key)

    return variant_of


def by_name(seed: str, assignment: Assignment) -> VariantOf:
    """The same without a list: the name under which a page was submitted is the id."""
    return lambda one: variants.of_student(assignment.variants, seed, one.name if isinstance(one, Owner) else one.submission)
