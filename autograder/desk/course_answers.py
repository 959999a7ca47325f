"""The answers that a course's class page shows beside each known mistake, from the pages in the database."""

from __future__ import annotations

from autograder.content.assignment import Assignment
from autograder.core.records import Report
from autograder.desk.course_file import CourseUnusable
from autograder.desk.standing import CourseStanding
from autograder.desk.store import Store
from autograder.grading.class_answers import ClassAnswers, of_pages


class KeptAnswers:
    """The answers that are shown beside the mistakes of each assignment: the same ones as long as the same gradings and people are shown."""

    def __init__(self) -> None:
        self._found: dict[str, tuple[object, ClassAnswers]] = {}

    def of(self, standing: CourseStanding, store: Store, assignment: str, judged_by: Assignment) -> ClassAnswers:
        """See ``answers``; they are chosen again only when another grading counts, or a student has another name."""
        gradings = {key: mark.counts.grading for key, mark in standing.marks[assignment].items() if mark.counts is not None}
        state = gradings, judged_by.version, standing.people.students
        if assignment not in self._found or self._found[assignment][0] != state:
            self._found[assignment] = state, answers(standing, store, assignment, judged_by)
        return self._found[assignment][1]


def answers(standing: CourseStanding, store: Store, assignment: str, judged_by: Assignment) -> ClassAnswers:
    """A few answers for each known mistake of a class, without names.

    Args:
        assignment: as the course calls it.
    """
    marks = {mark.shown: mark for mark in standing.marks[assignment].values()}

    def content(report: Report) -> bytes | None:
        counts = marks[report.submission].counts
        try:
            return store.blob(counts.page) if counts is not None and counts.page else None
        except CourseUnusable:  # said where the page is needed for a mark
            return None

    names = [text for one in standing.people.students.values() for text in (one.key, one.name, *one.also)]
    files = [one.source.submission for mark in marks.values() for one in mark.attempts]
    return of_pages(judged_by, standing.reports(assignment), content, [*names, *files])
