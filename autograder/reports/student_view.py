"""What of a check a student is shown by whoever grades: one decision for every way on which a report reaches a student.

Whoever runs the checks on their own machine (``check``, ``watch``, the notebook) has them, and sees what they
say. A report that is given to a student is another matter: what a hidden check saw could show its inputs, and a page may
have put them there on purpose, into an exception, a warning, a print or a drawing.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.core.languages import message
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report

HIDDEN = message("This check is hidden, so its input and your result are not shown.")


def to_student(report: Report) -> Report:
    """The report as its student may see it.

    Of public checks everything; of hidden ones title, outcome, points, the lesson of a mistake that was named, and a small
    input that is not one of a check. Notes
    for a person are left out.

    Example:
        >>> [check.message for check in to_student(report).checks if not check.public]  # doctest: +SKIP
        ['This check is hidden, so its input and your result are not shown.']
    """
    exercises = tuple(map(exercise_to_student, report.exercises))
    texts = tuple(replace(text, sample="") for text in report.for_a_person)
    return replace(report, exercises=exercises, suspicions=(), fingerprints=(), differences=(), for_a_person=texts)


def exercise_to_student(exercise: ExerciseResult) -> ExerciseResult:
    """One exercise of ``to_student``."""
    return replace(exercise, checks=tuple(map(_check, exercise.checks)))


def _check(check: CheckResult) -> CheckResult:
    if check.public:
        return check
    return CheckResult(
        name=check.name,
        title=check.title,
        outcome=check.outcome,
        points=check.points,
        max_points=check.max_points,
        message=_message(check),
        mistake=check.mistake,
        confidence=check.confidence,
        feedback=check.feedback,
        smallest=check.smallest,
    )


def _message(check: CheckResult) -> str:
    """In our own words; for a check that waits it names another one by its title."""
    if check.outcome is Outcome.SKIPPED:
        return check.message
    untold = check.outcome not in (Outcome.PASSED, Outcome.NOT_STARTED, Outcome.BROKEN) and not check.feedback
    return HIDDEN if untold else ""
