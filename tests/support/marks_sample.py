"""Reports by hand, for the tests of what is made of them: half right, unreadable, and one that we could not grade."""

from dataclasses import replace

from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status

LOST = CheckResult(
    "test_negative",
    "numbers below zero are doubled too",
    Outcome.FAILED,
    0.0,
    30.0,
    "double(…) gave 2.0 at [0]; it has lost a sign.",
    "forgets_the_sign",
    "You lost the sign.",
    output="the hidden numbers are -3 and -5",
)
DOUBLE = ExerciseResult(
    "double",
    (CheckResult("test_each", "each number becomes twice as large", Outcome.PASSED, 20.0, 20.0, public=True), LOST),
)
TOTAL = ExerciseResult("total", (CheckResult("test_a_few", "1, 2 and 4 make 7", Outcome.PASSED, 35.0, 35.0),))
COUNT = ExerciseResult("count", (CheckResult("test_all", "all are counted", Outcome.NOT_STARTED, 0.0, 15.0),))


def report(submission: str = "ada", **other: object) -> Report:
    """A graded report: 55 of 100 points, unless said otherwise."""
    made = Report(
        assignment="mnist",
        submission=submission,
        source_sha256="ab12",
        status=Status.GRADED,
        exercises=(DOUBLE, TOTAL, COUNT),
        isolation="full",
        dataset="mnist",
        seed=17,
        seconds=2.7,
        source="mnist.py",
    )
    return replace(made, **other)


def unreadable(submission: str = "ben") -> Report:
    return report(submission, status=Status.UNREADABLE, exercises=(), problem="mnist.py is empty.")


def not_graded(submission: str = "cleo") -> Report:
    """One check is broken: our fault."""
    broken = replace(LOST, outcome=Outcome.BROKEN, feedback="", mistake=None, message="ZeroDivisionError in the check")
    exercises = (replace(DOUBLE, checks=(DOUBLE.checks[0], broken)), TOTAL, COUNT)
    return report(submission, status=Status.NOT_GRADED, exercises=exercises, problem="One of our checks is broken.")
