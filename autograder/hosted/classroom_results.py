"""A report in the form that GitHub Classroom's autograding reporter reads from a step's output ``result``."""

from __future__ import annotations

import base64
import json

from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import wording
from autograder.reports.sanitize import one_line
from autograder.reports.student_view import to_student

VERSION = 1
PASS, FAIL, ERROR = "pass", "fail", "error"


def result(report: Report, blank: Report | None = None) -> dict:
    """What the reporter reads. ``tests`` is always there: without it the reporter fails before it reports anything.

    The reporter sends the sum of the tests' scores, so an exercise with half of its points counts half. It prints
    ``message`` for errors only; the step prints its feedback itself.

    Args:
        blank: a report on the untouched page, for what everything is worth when the student's has no exercises.
    """
    report = to_student(report)
    problem = wording.status_line(report)
    ours = report.status is Status.NOT_GRADED or report.broken
    exercises = report.exercises or (blank.exercises if blank else ())
    if report.exercises:
        tests = [_test(exercise.name, *_verdict(exercise), _message(exercise)) for exercise in exercises]
    elif exercises:
        tests = [_test(exercise.name, ERROR, 0.0, problem) for exercise in exercises]
    else:
        tests = [_test(report.assignment, ERROR, 0.0, problem)]
    passed = all(test["status"] == PASS for test in tests)
    return {
        "version": VERSION,
        "status": ERROR if ours or not report.exercises else PASS if passed else FAIL,
        "max_score": round(sum(exercise.max_score for exercise in exercises), 4),
        "tests": tests,
    }


def faulty(assignment: str, problem: str) -> dict:
    """What the reporter reads when there is not even a report."""
    test = _test(assignment, ERROR, 0.0, f"The grader could not run: {problem}")
    return {"version": VERSION, "status": ERROR, "max_score": 0.0, "tests": [test]}


def encoded(content: dict) -> str:
    """The output's value: JSON in base64, in one line."""
    return base64.b64encode(json.dumps(content, allow_nan=False).encode()).decode()


def _test(name: str, status: str, score: float, message: str) -> dict:
    return {
        "name": one_line(name),
        "status": status,
        "score": round(score, 4),
        "message": one_line(message, 500),
        "test_code": "",  # would be printed to the student
        "filename": "",
        "line_no": 0,  # anything else is printed as a line
        "execution_time": "0s",
    }


def _verdict(exercise: ExerciseResult) -> tuple[str, float]:
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return ERROR, exercise.score
    return (PASS if exercise.passed else FAIL), exercise.score


def _message(exercise: ExerciseResult) -> str:
    """The first thing to know about an exercise that is not right yet."""
    if exercise.not_started:
        return "Not started."
    for check in exercise.checks:
        if check.outcome is not Outcome.PASSED:
            return check.feedback or check.message or check.title
    return ""
