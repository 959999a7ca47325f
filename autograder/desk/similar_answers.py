"""Similar answers of a course: the pages that count are read from its database, and compared once as long as they stay the same."""

from __future__ import annotations

from dataclasses import dataclass, replace

from autograder.content.assignment import Assignment
from autograder.core.languages import message
from autograder.desk.correcting import CannotCorrect, CourseDesk
from autograder.desk.course_file import CourseAssignment
from autograder.desk.similar_page import PairShown, shown
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.grading.similar.class_answers import ClassRead, GradedPage, read_class
from autograder.grading.similar.known_code import known_code
from autograder.grading.similar.pairs import SimilarPair, similar_pairs


@dataclass(frozen=True)
class SimilarInClass:
    """What was found in a class; in ``read`` and ``pairs`` students have their keys. ``people``: key -> name."""

    read: ClassRead
    pairs: list[SimilarPair]
    people: dict[str, str]

    def shown(self, number: int, address: str = "") -> PairShown:
        """The pair with this number, from 1."""
        return shown(number, self.pairs[number - 1], self.read, address, self.people)

    def number_of(self, exercise: str, one: str, other: str) -> int:
        """
        Raises:
            CannotCorrect: there is no such pair.
        """
        for number, pair in enumerate(self.pairs, 1):
            if (pair.exercise, pair.one, pair.other) == (exercise, one, other):
                return number
        raise CannotCorrect(message("There is no such pair of answers any more."))


def pages_of(standing: CourseStanding, store: Store, mine: CourseAssignment) -> list[GradedPage]:
    """The attempts that count, as the checks have judged them; each report's ``submission`` is the key of its student."""
    found = []
    for key, mark in standing.marks[mine.name].items():
        if mark.counts is not None:
            content = store.blob(mark.counts.page) if mark.counts.page else None
            found.append(GradedPage(replace(mark.counts.report, submission=key, source=mark.counts.file), content))
    return found


def similar_in_class(standing: CourseStanding, store: Store, mine: CourseAssignment, assignment: Assignment) -> SimilarInClass:
    """The similar answers to one assignment of a course."""
    read = read_class(assignment, pages_of(standing, store, mine))
    return SimilarInClass(read, similar_pairs(read, known_code(assignment)), standing.people.shown)


class SimilarAnswers:
    """Of a desk; remembers what it has found for each assignment until another page counts."""

    def __init__(self, desk: CourseDesk) -> None:
        self.desk = desk
        self.found: dict[str, tuple[list[tuple[str, int]], SimilarInClass]] = {}

    def of(self, mine: CourseAssignment) -> SimilarInClass:
        standing = self.desk.standing()
        state = [(key, mark.counts.grading) for key, mark in standing.marks[mine.name].items() if mark.counts is not None]
        if mine.name not in self.found or self.found[mine.name][0] != state:
            self.found[mine.name] = state, similar_in_class(standing, self.desk.store, mine, self.desk.load(mine))
        return self.found[mine.name][1]
