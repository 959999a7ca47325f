"""A report as Markdown: for the summary of a run on GitHub, and for the release that Classroom 50 makes of a submission."""

from __future__ import annotations

import re
from collections.abc import Mapping

from autograder.core.languages import message, shown, spoken, spoken_plural
from autograder.core.records import ExerciseResult, Outcome, Report, Status
from autograder.reports import wording
from autograder.reports.sanitize import one_line
from autograder.reports.student_view import to_student
from autograder.reports.translated_reports import translated

LONGEST = 100_000  # characters; GitHub takes 125,000 for a release
ADVICE = message("These points are advice. They come from the public checks, which everybody can read; your mark comes from your instructor.")
NO_POINTS = message("There are no points, because of a bug in the kit, not in your work. Please tell your instructor.")


def summary(
    report: Report, words: str, blank: Report | None = None, worth: Mapping[str, float] | None = None
) -> str:
    """The points, one row for each exercise, and below it what the terminal says.

    Args:
        report: of the public checks.
        words: the report as text; in a block of code, nothing in it is Markdown.
        blank: a report on the untouched page, for what everything is worth when the student's has no exercises.
        worth: exercise's name -> its points in all.
    """
    report = translated(to_student(report))
    exercises = report.exercises or (blank.exercises if blank else ())
    most = wording.points(sum(exercise.max_score for exercise in exercises))
    failed = report.status is Status.NOT_GRADED or report.broken
    if failed:
        points = spoken("no points of {most}", most=most)
    else:
        points = spoken("{score} of {most} points of the public checks", score=wording.points(report.score), most=most)
    rows = [f"| `{one_line(one.name)}` | {_points(one, report)} | {_state(one, report)} |" for one in exercises]
    whole = sum(worth.values()) if worth else 0
    rest = whole - sum(exercise.max_score for exercise in exercises)
    parts = [
        f"# {one_line(report.assignment)}: {points}",
        shown(NO_POINTS if failed else ADVICE),
        spoken_plural(
            "The other point comes from a check that runs when your work is graded.",
            "The other {points} points come from checks that run when your work is graded.",
            rest, points=wording.points(rest),
        ) if rest > 0 else "",
        "\n".join([f"| {spoken('exercise')} | {spoken('points')} | |", "|---|---|---|", *rows]) if rows else "",
        fenced(words),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def faulty(assignment: str, problem: str) -> str:
    """The summary where there is not even a report."""
    title = spoken("{assignment}: no points", assignment=one_line(assignment))
    said = spoken("The grader could not run: {problem}", problem=one_line(problem, 500))
    return f"# {title}\n\n{shown(NO_POINTS)}\n\n{fenced(said)}\n"


def fenced(text: str) -> str:
    r"""Text in a block of code that no line of it can end.

    Example:
        >>> print(fenced("a\n```\nb"))
        ````text
        a
        ```
        b
        ````
    """
    if len(text) > LONGEST:
        text = f"{text[:LONGEST].rstrip()}\n{spoken('[Cut here: the log of the run has all of it.]')}"
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text.strip(chr(10))}\n{fence}"


def _points(exercise: ExerciseResult, report: Report) -> str:
    return wording.out_of(exercise) if report.exercises else spoken("{score} of {most}", score="0", most=wording.points(exercise.max_score))


def _state(exercise: ExerciseResult, report: Report) -> str:
    if not report.exercises:
        return spoken("not read")
    if any(check.outcome is Outcome.BROKEN for check in exercise.checks):
        return shown(wording.OUTCOME_SIGNS[Outcome.BROKEN].word)
    if exercise.not_started:
        return shown(wording.OUTCOME_SIGNS[Outcome.NOT_STARTED].word)
    return spoken("passed") if exercise.passed else spoken("not right yet")
