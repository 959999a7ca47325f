"""The answers of a class as they are compared: what was written, and how it goes wrong. Pages are parsed, and never run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.content.assignment import Assignment
from autograder.content.statements import Statement, last_line
from autograder.content.submission import Submission
from autograder.core.faults import Unreadable
from autograder.core.languages import message
from autograder.core.records import WRONG, ExerciseResult, Report
from autograder.grading.similar.token_rows import TokenRow, TooManyTokens, rows_of

MOST_LINES = 400  # of an answer that are shown
LONGEST_LINE = 400  # characters
NUMBER_OF_LINE = re.compile(r"\bline \d+")


@dataclass(frozen=True)
class SourceLine:
    """One line of an answer, as it is shown: its number in its cell, and its text."""

    cell: int
    number: int
    text: str


@dataclass(frozen=True)
class ClassAnswer:
    """One student's answer to one exercise.

    Attributes:
        student: the name of the submission.
        rows: what is compared. lines: what is shown.
        behaviour: how it goes wrong: check, outcome and message of each check that it fails; empty if it fails none.
        is_named: that is a known mistake.
    """

    student: str
    exercise: str
    rows: tuple[TokenRow, ...]
    lines: tuple[SourceLine, ...]
    behaviour: tuple[tuple[str, str, str], ...] = ()
    is_named: bool = False


@dataclass(frozen=True)
class GradedPage:
    """A page and what its report says; ``content`` is None where the page is not there."""

    report: Report
    content: bytes | None


@dataclass(frozen=True)
class ClassRead:
    """What was read of a class.

    Attributes:
        pages: how many there are. answers: of all exercises. weights: fingerprint of trained weights -> the students with whose pages they came.
        left_out: pages and answers that are not compared: the student, and why, as a sentence.
    """

    pages: int
    answers: tuple[ClassAnswer, ...]
    weights: dict[str, tuple[str, ...]]
    left_out: tuple[tuple[str, str], ...]


def read_class(assignment: Assignment, pages: Sequence[GradedPage]) -> ClassRead:
    """The answers of a class, exercise by exercise in the order of the assignment.

    Args:
        pages: one for each student; the report's ``submission`` is the student's name.
    """
    answers: list[ClassAnswer] = []
    left_out: list[tuple[str, str]] = []
    weights: dict[str, list[str]] = {}
    for one in pages:
        name = one.report.submission
        for mark in one.report.fingerprints:
            weights.setdefault(mark, []).append(name)
        if one.content is None:
            left_out.append((name, message("The page is not there as it was graded.")))
            continue
        try:
            submission = assignment.read_bytes(one.content, one.report.source or "page.py", name)
        except Unreadable as error:
            left_out.append((name, " ".join(str(error).split())))
            continue
        results = {exercise.name: exercise for exercise in one.report.exercises}
        for exercise in assignment.exercises:
            try:
                found = answer_of(submission, exercise.name, results.get(exercise.name), one.report.source)
            except TooManyTokens:
                left_out.append((name, message("{exercise} is too long to be compared.", exercise=exercise.name)))
            except (RecursionError, MemoryError):
                left_out.append((name, message("{exercise} is nested too deeply to be compared.", exercise=exercise.name)))
            else:
                answers += [found] if found else []
    return ClassRead(len(pages), tuple(answers), {mark: tuple(names) for mark, names in weights.items()}, tuple(left_out))


def answer_of(submission: Submission, exercise: str, result: ExerciseResult | None = None, source: str = "") -> ClassAnswer | None:
    """A student's answer; None if it is not begun, or cannot be read.

    Args:
        result: what the checks say of it. source: the name of the page, which messages have.

    Raises:
        TooManyTokens: see ``rows_of``.
    """
    found = submission.find(exercise)
    if found is None or found.is_stub:
        return None
    others = submission.functions - {exercise}
    picked = [one for one in submission.statements_of(exercise) if not one.binds & others and not one.is_import]
    imports = [one for one in submission.statements_of(exercise) if one.is_import]
    rows = rows_of((one.cell, one.node) for one in (*imports, *picked))
    wrong = [check for check in (result.checks if result else ()) if check.outcome in WRONG]
    behaviour = tuple((check.name, check.outcome.value, _without_place(str(check.message), source)) for check in wrong)
    return ClassAnswer(submission.name, exercise, tuple(rows), _lines(submission, picked), behaviour, any(check.mistake for check in wrong))


def _lines(submission: Submission, picked: Sequence[Statement]) -> tuple[SourceLine, ...]:
    """The lines of some statements, decorators included, each once."""
    lines: dict[tuple[int, int], SourceLine] = {}
    texts: dict[int, list[str]] = {}
    for one in picked:
        text = texts.setdefault(one.cell, submission.page.cells[one.cell].source.split("\n"))
        first = min([one.node.lineno, *(node.lineno for node in getattr(one.node, "decorator_list", ()))])
        for number in range(first, last_line(one.node) + 1):
            lines[one.cell, number] = SourceLine(one.cell, number, text[number - 1][:LONGEST_LINE])
    return tuple(lines.values())[:MOST_LINES]


def _without_place(message: str, source: str) -> str:
    """A message without the file and the line in which something happened."""
    return NUMBER_OF_LINE.sub("line", message.replace(source, "") if source else message)

