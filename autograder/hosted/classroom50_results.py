"""A report in the form of Classroom 50's ``result.json``, schema ``classroom50/result/v1``.

Source of the form: github.com/foundation50/classroom50, ``schemas/result-v1.schema.json`` and the wiki page
*Advanced-Autograding* (2026). ``tests/samples/classroom50-result.schema.json`` says it in our words.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from autograder.core.languages import message, shown, spoken
from autograder.core.records import ExerciseResult, Outcome, Report
from autograder.reports import wording
from autograder.reports.sanitize import one_line
from autograder.reports.student_view import to_student
from autograder.reports.translated_reports import translated

SCHEMA = "classroom50/result/v1"
# What identifies a submission, and the variable in which the runner says it.
IDENTITY = {
    "classroom": "CLASSROOM",
    "assignment": "ASSIGNMENT",
    "submission": "SUBMISSION_TAG",
    "commit": "COMMIT_URL",
    "release": "RELEASE_URL",
    "owner": "USERNAME",
}
LARGEST_UNIT = 100  # points of an exercise are at most hundredths: wording.points shows no more


class NotFromRunner(Exception):
    """A variable that Classroom 50's runner sets is missing. The text names it."""


def identity(environment: Mapping[str, str]) -> dict[str, str]:
    """What the runner says of a submission.

    Args:
        environment: of the process that the runner has started.

    Returns:
        Field of the result -> its text. The runner puts its own ``owner``, ``assignment_type`` and ``datetime`` (that of the
        commit) over ours.

    Raises:
        NotFromRunner: something is missing.
    """
    missing = [name for name in IDENTITY.values() if not environment.get(name)]
    if missing:
        raise NotFromRunner(message("{names} is missing: this program is started by the runner of Classroom 50.", names=", ".join(missing)))
    found = {field: environment[name] for field, name in IDENTITY.items()}
    return found | {
        "assignment_type": environment.get("ASSIGNMENT_TYPE") or "individual",
        "review": environment.get("REVIEW_URL") or found["commit"],
        "datetime": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    }


def result(report: Report, who: Mapping[str, str], blank: Report | None = None) -> dict:
    """The content of ``result.json``. Each exercise is one test; scores are whole numbers, as the schema wants them.

    Args:
        report: on the submission, with a mark (a report without one has no result: the runner must be told of an error).
        who: from ``identity``.
        blank: a report on the untouched page, for what everything is worth when the student's has no exercises.
    """
    report = translated(to_student(report))
    exercises = report.exercises or (blank.exercises if blank else ())
    exact = [exercise.score if report.exercises else 0.0 for exercise in exercises]
    maxima = [exercise.max_score for exercise in exercises]
    passed = [bool(report.exercises) and exercise.passed for exercise in exercises]
    unit = unit_of(maxima)
    scores = whole_scores([unit * number for number in exact], [round(unit * number) for number in maxima], passed)
    problem = "" if report.exercises else wording.status_line(report)
    tests = [
        {
            "test-name": one_line(exercise.name),
            "passed": right,
            "score": score,
            "max-score": round(unit * exercise.max_score),
            "message": one_line(problem or _message(exercise), 500),
        }
        for exercise, right, score in zip(exercises, passed, scores, strict=True)
    ]
    return {
        "schema": SCHEMA,
        **who,
        "score": sum(test["score"] for test in tests),
        "max-score": sum(test["max-score"] for test in tests),
        "tests": tests,
    }


def unit_of(maxima: Sequence[float]) -> int:
    """How many of a result's points make one of ours: 1, or as many as make every exercise's points a whole number.

    It depends on the assignment only, so that a class is measured with one measure.

    Example:
        >>> unit_of([8, 2]), unit_of([2.5, 1]), unit_of([0.25])
        (1, 10, 100)
    """
    units = (1, 10, LARGEST_UNIT)
    return next((unit for unit in units if all(math.isclose(unit * one, round(unit * one)) for one in maxima)), LARGEST_UNIT)


def whole_scores(exact: Sequence[float], maxima: Sequence[int], passed: Sequence[bool]) -> list[int]:
    """Scores as whole numbers, whose sum is the rounded sum of the exact ones where that is possible.

    What is right has all its points, and what is not right has fewer than all. Each score is its exact one rounded down,
    and those that lose most by it get one more, until the sum fits.

    Example:
        >>> whole_scores([2.5, 2.5, 4.0], [4, 4, 4], [False, False, True])
        [3, 2, 4]
        >>> whole_scores([3.9], [4], [False])
        [3]
    """
    most = [top if right else max(0, top - 1) for top, right in zip(maxima, passed, strict=True)]
    scores = [
        top if right else min(math.floor(round(one, 6)), top)
        for one, top, right in zip(exact, most, passed, strict=True)
    ]
    left = math.floor(sum(exact) + 0.5) - sum(scores)
    by_loss = sorted(range(len(exact)), key=lambda place: scores[place] - exact[place])
    for place in by_loss:
        if left > 0 and scores[place] < min(most[place], exact[place]):
            scores[place] += 1
            left -= 1
    return scores


def _message(exercise: ExerciseResult) -> str:
    """The first thing to know about an exercise that is not right yet."""
    if exercise.not_started:
        return spoken("Not started.")
    for check in exercise.checks:
        if check.outcome is not Outcome.PASSED:
            return check.feedback or shown(check.message) or check.title
    return ""
