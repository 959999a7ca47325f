"""The words that every kind of report shares, so that terminal, notebook and graded page say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.core import keras_backend
from autograder.core.languages import message, number_shown, shown, spoken, spoken_plural
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.datasets.registry import title
from autograder.reports.sanitize import can_show, one_line

LONGEST_CORRECTION = 600  # characters of a correction and its reason
ISOLATION = {"full": message("fully isolated"), "reduced": message("partly isolated"), "none": message("not isolated")}
LATER = message("the others run when your work is graded")
NOTHING_LEFT = message("there is nothing left to do here. The end of the page says what to try next.")
TELL_ABOUT_OUR_BUG = message("there is nothing for you to do. Please tell your instructor about our bug.")


@dataclass(frozen=True)
class OutcomeSign:
    """How an outcome looks: a sign, the same sign in ASCII, and the word that goes with it."""

    sign: str
    ascii: str
    word: str


OUTCOME_SIGNS = {
    Outcome.PASSED: OutcomeSign("✓", "+", message("passed")),
    Outcome.FAILED: OutcomeSign("✗", "x", message("failed")),
    Outcome.ERROR: OutcomeSign("✗", "x", message("error")),
    Outcome.TIMEOUT: OutcomeSign("✗", "x", message("time ran out")),
    Outcome.MEMORY: OutcomeSign("✗", "x", message("out of memory")),
    Outcome.CRASHED: OutcomeSign("✗", "x", message("crashed")),
    Outcome.NOT_STARTED: OutcomeSign("·", ".", message("not started")),
    Outcome.SKIPPED: OutcomeSign("–", "-", message("waiting")),
    Outcome.BROKEN: OutcomeSign("!", "!", message("our bug")),
}
NO_VERDICT = message("Possible attempts to get around the grader. No mark was changed; there may be an innocent reason.")
STATUS = {
    Status.GRADED: message("graded"),
    Status.UNREADABLE: message("unreadable"),
    Status.NOT_GRADED: message("not graded"),
    Status.EXEMPT: message("exempt"),
}


def sign(mark: OutcomeSign, encoding: str) -> str:
    """The mark's sign, where a terminal of this encoding can show all of them; else the one in ASCII."""
    return mark.sign if can_show("".join(one.sign for one in OUTCOME_SIGNS.values()), encoding) else mark.ascii


def points(number: float) -> str:
    """``8``, ``2.5``: ``plain_points`` for a person, who may write a comma in a number."""
    return number_shown(plain_points(number))


def plain_points(number: float) -> str:
    """At most two decimals, none that say nothing, as a program reads a number.

    Example:
        >>> plain_points(8.0), plain_points(2.5), plain_points(1 / 3)
        ('8', '2.5', '0.33')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".")


def out_of(result: ExerciseResult | CheckResult | Report) -> str:
    """``2 of 8``."""
    if isinstance(result, CheckResult):
        return spoken("{score} of {most}", score=points(result.points), most=points(result.max_points))
    return spoken("{score} of {most}", score=points(result.score), most=points(result.max_score))


def standing(exercise: ExerciseResult, worth: Mapping[str, float] | None = None) -> str:
    """The result of an exercise: ``7 of 10``, or what the public checks alone can say.

    Args:
        worth: exercise's name -> its points in all, where only the public checks were run.

    Example:
        >>> standing(ExerciseResult("halve", (CheckResult("test_half", "", Outcome.PASSED, 4, 4),)), {"halve": 9})
        'passed the public checks (4 of 9 points); the others run when your work is graded'
    """
    if worth is None:
        return out_of(exercise)
    if not exercise.passed:
        return spoken("{score} points of the public checks", score=out_of(exercise))
    score, most = points(exercise.score), worth.get(exercise.name)
    if not most:
        return spoken("passed the public checks ({score}); {later}", score=score, later=LATER)
    return spoken("passed the public checks ({score} of {most} points); {later}", score=score, most=points(most), later=LATER)


def text_standing(text: WrittenAnswer) -> str:
    """The state of a text that a person marks.

    Example:
        >>> text_standing(WrittenAnswer("WHY", "", "", "Because it is so.", 5))
        '4 words written; a person reads them (up to 5 points)'
    """
    if text.points is not None:
        return spoken("{score} of {most} points, given by a person", score=points(text.points), most=points(text.max_points))
    most = up_to(text.max_points)
    if not text.started:
        return spoken("not started; a person reads it ({up_to})", up_to=most)
    return spoken_plural("{count} word written; a person reads it ({up_to})", "{count} words written; a person reads them ({up_to})", text.words, up_to=most)


def up_to(most: float) -> str:
    """What a text is worth.

    Example:
        >>> up_to(1.0), up_to(2.5)
        ('up to 1 point', 'up to 2.5 points')
    """
    return spoken_plural("up to {most} point", "up to {most} points", most, most=points(most))


def texts_waiting(report: Report) -> str:
    """Which texts of a report a person has still to mark, as one sentence; empty if none."""
    waiting = [text for text in report.for_a_person if text.points is None]
    if not waiting:
        return ""
    named = ", ".join(f"{one_line(text.name)} ({up_to(text.max_points)})" for text in waiting)
    return spoken("Waits for a person, and is not in these points: {named}.", named=named)


def corrections(report: Report) -> list[str]:
    """What was changed about a mark after it was judged, a sentence for each change."""
    return [one_line(shown(one.sentence), LONGEST_CORRECTION) for one in report.corrections]


def dataset(name: str) -> str:
    """A data set as people know it."""
    return one_line(shown(title(name)))


def backend(name: str) -> str:
    """What Keras computed with, as people call it.

    Example:
        >>> backend("jax")
        'Keras on JAX'
    """
    return spoken("Keras on {backend}", backend=keras_backend.TITLES.get(name, one_line(name)))


COUNTED = {  # written out, because other languages count in other ways
    "exercise": lambda number: spoken_plural("{count} exercise", "{count} exercises", number),
    "answer": lambda number: spoken_plural("{count} answer", "{count} answers", number),
    "assignment": lambda number: spoken_plural("{count} assignment", "{count} assignments", number),
    "function": lambda number: spoken_plural("{count} function", "{count} functions", number),
    "grading": lambda number: spoken_plural("{count} grading", "{count} gradings", number),
    "mark": lambda number: spoken_plural("{count} mark", "{count} marks", number),
    "model": lambda number: spoken_plural("{count} model", "{count} models", number),
    "new grading": lambda number: spoken_plural("{count} new grading", "{count} new gradings", number),
    "page": lambda number: spoken_plural("{count} page", "{count} pages", number),
    "pair": lambda number: spoken_plural("{count} pair", "{count} pairs", number),
    "report": lambda number: spoken_plural("{count} report", "{count} reports", number),
    "student": lambda number: spoken_plural("{count} student", "{count} students", number),
    "submission": lambda number: spoken_plural("{count} submission", "{count} submissions", number),
    "text": lambda number: spoken_plural("{count} text", "{count} texts", number),
    "variant": lambda number: spoken_plural("{count} variant", "{count} variants", number),
}


def count(number: int, noun: str) -> str:
    """``1 submission``, ``2 submissions``."""
    if noun in COUNTED:
        return COUNTED[noun](number)
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def public_only(report: Report) -> bool:
    return bool(report.checks) and all(check.public for check in report.checks)


def status_line(report: Report) -> str:
    """The status, and in one line why it is not ``graded``."""
    if report.waits:
        return one_line(report.waits)
    status, first = shown(STATUS[report.status]), shown(report.problem).strip().split("\n")[0]
    return f"{status}: {one_line(first)}" if first else status
