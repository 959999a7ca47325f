"""How a question about a student's own code is put, and what is said to an answer: the same words in a terminal, a card and a page."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import NamedTuple

from autograder.core.languages import shown, spoken
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import ExerciseResult, Report
from autograder.reports.sanitize import one_line


class QuestionText(NamedTuple):
    """One question as it is shown.

    Attributes:
        place: which line it is about, with the line; empty if none.
        said: what is said to an answer; empty without one. is_right: whether it is the answer.
    """

    text: str
    place: str
    options: tuple[str, ...]
    answer: str
    said: str
    is_right: bool


def question_text(question: OwnCodeQuestion, source: str = "", answer: str | None = None) -> QuestionText:
    """A question in the reader's language.

    Args:
        source: the page's file, for a question without a label.
        answer: what a student has typed; None before that.
    """
    said = "" if answer is None else response(question, answer)
    return QuestionText(
        one_line(shown(question.text)),
        place(question, source),
        tuple(one_line(shown(one)) for one in question.options),
        one_line(shown(question.answer)),
        said,
        answer is not None and question.accepts(answer),
    )


def question_lines(number: int, put: QuestionText) -> list[str]:
    """A question as lines of text, without its answer."""
    options = [f"     {place}) {option}" for place, option in enumerate(put.options, 1)]
    return [f"{number}. {put.text}", *([f"     {put.place}"] if put.place else []), *options]


def asked_lines(exercise: ExerciseResult, answers: Sequence[str] = ()) -> list[str]:
    """All questions about an exercise as lines of text, each with what is said to its answer, if there is one."""
    if not exercise.questions:
        return []
    lines = ["", heading(exercise.name)]
    typed = answers[: len(exercise.questions)]
    for number, (one, answer) in enumerate(itertools.zip_longest(exercise.questions, typed), 1):
        put = question_text(one, answer=answer)
        lines += ["", *question_lines(number, put), *([f"     {put.said}"] if put.said else [])]
    return [*lines, ""] if typed else [*lines, "", spoken("To answer:") + f' check("{one_line(exercise.name)}", answers=["…", "…", "…"])']


def place(question: OwnCodeQuestion, source: str = "") -> str:
    """The line that a question is about.

    Example:
        >>> place(OwnCodeQuestion("loop", "How many times?", "3", (), 12, "for price in prices:", "page.py"))
        'page.py, line 12:   for price in prices:'
    """
    if question.line is None:
        return ""
    where, code = one_line(question.label or source), one_line(question.code)
    if where:
        return spoken("{file}, line {line}:   {code}", file=where, line=question.line, code=code)
    return spoken("line {line}:   {code}", line=question.line, code=code)


def response(question: OwnCodeQuestion, typed: str) -> str:
    """What is said to an answer; without one, the answer itself."""
    answer = one_line(shown(question.answer))
    if not typed.strip():
        return spoken("The answer is: {answer}", answer=answer)
    if question.accepts(typed):
        return spoken("Right: {answer}", answer=answer)
    return spoken("Not quite. Your code was run, and the answer is: {answer}", answer=answer)


def nothing_to_ask(report: Report) -> str:
    """Why a report has no questions."""
    if any(one.passed for one in report.exercises):
        return spoken("There are no questions about this code: none of them would have only one answer.")
    return spoken("The questions about your own code come when the function passes.")


def heading(name: str) -> str:
    """Above the questions about one function."""
    return spoken("Questions about your function {name}. They give no points.", name=one_line(name))
