"""The result of a report in the gradebook: a score for each cell that checks a function, or that a person must look."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.content.notebook import CHECK
from autograder.core.corrections import CorrectionKind
from autograder.core.languages import message, shown
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import wording


@dataclass(frozen=True)
class CellScore:
    """One graded cell.

    Attributes:
        score: from 0 to the cell's points, finite; None where only a person can say.
        why: why a person must look; empty where the score counts.
    """

    score: float | None
    why: str = ""

    @property
    def sentence(self) -> str:
        """The first line of why, in the reader's language."""
        return shown(self.why).strip().split("\n")[0]


NOT_OURS = message("The kit has no checks for this cell.")
OUR_BUG = message("A check of this function is broken: this is a bug in the course, not in the student's work.")


def cell_score(report: Report, grade_id: str, points: float) -> CellScore:
    """The mark of one graded cell.

    Args:
        points: what the cell is worth in the gradebook. Where that is not what the checks add up to, because a person
            changed it in the notebook, the score is scaled.
    """
    exercise = exercise_of(report, grade_id)
    if not report.exercises and report.status is not Status.GRADED:
        return CellScore(None, report.problem.strip() and report.problem or wording.STATUS[report.status])
    if exercise is None:
        return CellScore(None, NOT_OURS)
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return CellScore(None, OUR_BUG)
    return CellScore(points if _is_all_off(report, exercise) else scaled(exercise, points))


def scaled(exercise: ExerciseResult, points: float) -> float:
    """An exercise's score, in the points of its cell."""
    if not exercise.max_score or exercise.max_score == points:
        return min(exercise.score, points)
    return min(exercise.score * points / exercise.max_score, points)


def _is_all_off(report: Report, exercise: ExerciseResult) -> bool:
    """Whether all checks of an exercise were switched off: then there is nothing to lose points for."""
    return not exercise.max_score and any(one.kind is CorrectionKind.OFF and one.exercise == exercise.name for one in report.corrections)


def exercise_of(report: Report, grade_id: str) -> ExerciseResult | None:
    """The exercise that a cell stands for: ``normalize_check`` checks ``normalize``, and that is where it is written."""
    name = grade_id.removesuffix(CHECK)
    return next((exercise for exercise in report.exercises if exercise.name == name), None)
