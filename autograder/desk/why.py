"""Why a mark is what it is: each check of an exercise with its calls, what came back, what was expected, and the code.

The student's page and the reference are judged once more by the same checks with the same seed, and every call is noted. Where a
check has compared a value, what it compared with is what was expected; beside it is what the reference gives in the same call.
"""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from autograder.content.assignment import Assignment
from autograder.content.submission import Submission
from autograder.core.corrections import Correction
from autograder.core.languages import joined, message, plural
from autograder.core.records import CheckResult, ExerciseResult
from autograder.core.settings import Settings
from autograder.expectations.shown_values import count, written_argument
from autograder.expectations.training_notes import in_words, training_of
from autograder.expectations.value_words import flat
from autograder.judging.call_record import CallRecord, RecordedCall, RecordedCheck
from autograder.judging.judge import SubmissionJudge, begin_loading
from autograder.reports.sanitize import one_line
from autograder.sandbox.launcher import Starters
from autograder.transport.tables import Table
from autograder.transport.wire import Described

MOST_SHOWN = 24  # numbers that are written out
LONGEST_VALUE = 400  # characters
MOST_CALLS = 6  # of one check
FIRST = 6  # numbers of a long array


@dataclass(frozen=True)
class WhyCall:
    """One call: each argument, what it gave, what the check compared that with, and what the reference gives; empty if not known."""

    function: str
    arguments: tuple[tuple[str, str], ...]
    given: str
    expected: str
    reference: str
    recorded: RecordedCall


@dataclass(frozen=True)
class WhyCheck:
    """One check.

    Attributes:
        result: of the student's page. counted: with the corrections of the course.
        rule: the check's source.
        calls: the first ones. more: how many others there are.
        figure, reference_figure: images of the figures that were judged, or empty.
    """

    result: CheckResult
    counted: CheckResult
    rule: str
    calls: tuple[WhyCall, ...]
    more: int
    reference: CheckResult | None


@dataclass(frozen=True)
class CodeLine:
    """One line of a student's function; ``marked``: an exception was raised in it."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True)
class Why:
    """The whole answer.

    Attributes:
        place: the file, or the cell of a notebook, in which the function is.
        judged: what judging it once more has found. counted: the mark of the course.
        corrections: that concern this exercise.
    """

    student: str
    exercise: str
    place: str
    code: tuple[CodeLine, ...]
    checks: tuple[WhyCheck, ...]
    judged: ExerciseResult
    counted: ExerciseResult
    corrections: tuple[Correction, ...]
    assignment: str = ""


def explained(
    student: str,
    page: Submission,
    exercise: str,
    counted: ExerciseResult,
    corrections: Sequence[Correction],
    assignment: Assignment,
    settings: Settings,
    starters: Starters,
) -> Why:
    """Judges an exercise of a page once more, and the reference, and says what happened.

    Args:
        counted: the exercise as the course counts it.
    """
    settings = replace(settings, exercises=(exercise,), telling=False)
    begin_loading(starters, assignment, settings)
    judged, record, rules = _judged(page, exercise, assignment, settings, starters)
    right, expected, _rules = _judged(assignment.reference, exercise, assignment, settings, starters)
    mine = {check.name: check for check in counted.checks}
    rights = {check.name: check for check in right.checks}
    checks = tuple(
        _check(check, mine.get(check.name, check), rules.get(check.name, ""), record.checks.get(check.name), expected.checks.get(check.name), rights.get(check.name))
        for check in judged.checks
    )
    place, code = _code(page, exercise, {check.line for check in judged.checks if check.line is not None})
    concerning = tuple(one for one in corrections if one.exercise in ("", exercise))
    return Why(student, exercise, place, code, checks, judged, counted, concerning, assignment.name)


def _judged(
    page: Submission, exercise: str, assignment: Assignment, settings: Settings, starters: Starters
) -> tuple[ExerciseResult, CallRecord, dict[str, str]]:
    record = CallRecord()
    with SubmissionJudge(assignment, settings, starters, record=record) as judge:
        report = judge.judge_exercise(page, exercise).report
        rules = {item.name: inspect.getsource(item.function) for item in judge.checks.of[exercise]}
    return report.exercises[0], record, rules


def _check(
    result: CheckResult, counted: CheckResult, rule: str, record: RecordedCheck | None, right: RecordedCheck | None, reference: CheckResult | None
) -> WhyCheck:
    calls = record.calls if record else []
    others = right.calls if right else []
    found = [_call(one, others[place] if place < len(others) else None, record, one is calls[-1]) for place, one in enumerate(calls[:MOST_CALLS])]
    return WhyCheck(result, counted, rule, tuple(found), max(0, len(calls) - MOST_CALLS), reference)


def _call(one: RecordedCall, right: RecordedCall | None, record: RecordedCheck | None, is_last: bool) -> WhyCall:
    arguments = tuple((name, value_in_words(value)) for name, value in one.arguments.items())
    given = one.error or value_in_words(one.answer.value if one.answer is not None else None)
    compared = one.answer.compared[-1] if one.answer is not None and one.answer.compared else None
    if compared is None and is_last and record is not None:
        compared = record.compared
    expected = value_in_words(compared.expected) if compared is not None else ""
    reference = value_in_words(right.answer.value) if right is not None and right.answer is not None else ""
    return WhyCall(one.function, arguments, given, expected, reference if reference not in (given, expected) else "", one)


def value_in_words(value: Any) -> str:
    """A value as text: written out where it is small, else what it is.

    Example:
        >>> value_in_words(np.zeros((2, 30)))
        'an array of shape (2, 30), float64, from 0 to 0, beginning with 0, 0, 0, 0, 0, 0'
    """
    if isinstance(value, Described):
        inside = {"figure": message("a figure"), "model": message("a model"), "history": message("a training history")}.get(value.kind)
        if inside:
            trained = training_of(value)
            return inside if trained is None else joined([inside, in_words(trained)], ": ")
        value = flat(value)
    if isinstance(value, (list, tuple, dict, Table)) and count(value) > MOST_SHOWN:
        if isinstance(value, Table):
            return plural("a table of {count} column", "a table of {count} columns", len(value.names))
        return message("a {kind} of {count} items", kind=type(value).__name__.lower(), count=len(value))
    if isinstance(value, np.ndarray) and value.size > MOST_SHOWN:
        if value.dtype.kind not in "biuf":
            return message("an array of shape {shape}, {dtype}", shape=value.shape, dtype=str(value.dtype))
        first = ", ".join(f"{number:.6g}" for number in value.ravel()[:FIRST].tolist())
        return message(
            "an array of shape {shape}, {dtype}, from {low:.6g} to {high:.6g}, beginning with {first}",
            shape=value.shape, dtype=str(value.dtype), low=float(value.min()), high=float(value.max()), first=first,
        )
    return one_line(written_argument(value), LONGEST_VALUE)


def _code(page: Submission, exercise: str, marked: set[int]) -> tuple[str, tuple[CodeLine, ...]]:
    """Where the function is, and its lines with their numbers."""
    piece = page.find(exercise)
    if piece is None:
        return page.missing(exercise), ()
    for cell in piece.cells:
        lines = str(cell["source"]).splitlines()
        if cell["filename"] == piece.label and len(lines) >= piece.end:
            found = tuple(CodeLine(number, lines[number - 1], number in marked) for number in range(piece.line, piece.end + 1))
            if any(exercise in one.text for one in found):
                return piece.label, found
    return piece.label, ()
