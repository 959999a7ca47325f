"""What a student reads in the notebook that comes back: a test cell's output, the same card that ``check`` shows.

Students get this page, so it holds what ``reports.student_view`` lets students see: of hidden checks title, points and lesson. Every text of theirs is escaped, every image made again.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.core.languages import joined, message, spoken
from autograder.core.records import ExerciseResult, Report
from autograder.nbgrader.cell_scores import CellScore, exercise_of
from autograder.reports.html.card import card
from autograder.reports.student_view import to_student


def output(report: Report, grade_id: str, mark: CellScore, points: float, number: int) -> dict:
    """A test cell's output: the report to read, and the score for nbgrader.

    Args:
        mark: what goes into the gradebook.
        points: the cell's in the gradebook.
        number: the exercise's on the page.

    Returns:
        The output's data: nbgrader takes ``text/plain``, all others see ``text/html``.
    """
    exercise = exercise_of(report, grade_id)
    notes = [joined([message("Not graded yet: it needs manual grading."), mark.sentence])] if mark.why else []
    changes = [one.sentence for one in report.corrections if exercise is not None and one.exercise == exercise.name]
    if exercise is not None:
        exercise = in_points_of(exercise, points)
    shown = to_student(replace(report, exercises=(exercise,) if exercise else (), for_a_person=()))
    unit = "" if changes else spoken("points from the checks")
    html = card(shown, {one.name: number for one in shown.exercises}, notes=[*notes, *changes], points=unit)
    return {"text/html": html, "text/plain": repr(float(mark.score or 0.0))}


def in_points_of(exercise: ExerciseResult, points: float) -> ExerciseResult:
    """An exercise whose checks add up to what its cell is worth in this course, so that a page says one sum only."""
    if not exercise.max_score or exercise.max_score == points:
        return exercise
    factor = points / exercise.max_score
    return replace(
        exercise,
        checks=tuple(
            replace(check, points=check.points * factor, max_points=check.max_points * factor)
            for check in exercise.checks
        ),
        corrected=None if exercise.corrected is None else exercise.corrected * factor,
    )


def with_source(report: Report) -> Report:
    """The same report, with a note where it is about the script beside the notebook: its answers are nowhere here."""
    if not report.source.endswith(".py"):
        return report
    said = message("{source} was graded: it has more work in it than this notebook.", source=report.source)
    return replace(report, notes=(said, *report.notes))


def notes(report: Report) -> str:
    """What is to be said of the page as a whole, or nothing: a cell that does not parse, lines that are not Python, a correction."""
    said = [*report.notes, *(one.sentence for one in report.corrections if not one.exercise)]
    return card(replace(report, exercises=(), for_a_person=()), {}, notes=said) if said else ""
