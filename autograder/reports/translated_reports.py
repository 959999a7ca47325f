"""A report with the texts of its assignment in the reader's language: titles, lessons, questions, notes.

They are found by what the report says of each: the exercise, the check's name, the mistake's name. What a check said of an answer
is put into the reader's language where it is shown (``check_texts``), because a mark or a repetition is told by the English.
"""

from __future__ import annotations

from dataclasses import replace

from autograder.core import check_titles
from autograder.core.corrections import Correction
from autograder.core.languages import in_language
from autograder.core.languages.choice import reading
from autograder.core.languages.messages import ENGLISH, Message
from autograder.core.records import CheckResult, ExerciseResult, Report
from autograder.core.written_answer import WrittenAnswer


def translated(report: Report, language: str = "") -> Report:
    """The report as it is read. Outcomes, points, names and measurements are the same ones.

    Args:
        language: the one that the reader has chosen by default.
    """
    language = language or reading()
    if language == ENGLISH:
        return report
    from autograder.content import found_catalogues  # not for English

    found_catalogues.make_known(report.assignment, report.assignment_version, report.variant)
    return replace(
        report,
        exercises=tuple(translated_exercise(one, report.assignment, language) for one in report.exercises),
        **{name: tuple(in_language(note, language) for note in getattr(report, name)) for name in ("notes", "suspicions", "differences")},
        problem=in_language(report.problem, language),
        corrections=tuple(_correction(one, report.assignment, language) for one in report.corrections),
        for_a_person=tuple(_text(one, report.assignment, language) for one in report.for_a_person),
    )


def translated_exercise(exercise: ExerciseResult, assignment: str, language: str = "") -> ExerciseResult:
    """One exercise of ``translated``."""
    language = language or reading()
    if language == ENGLISH:
        return exercise
    title = of_assignment(exercise.title, f"exercise:{exercise.name}:title", assignment, language)
    checks = tuple(translated_check(one, exercise.name, assignment, language) for one in exercise.checks)
    return replace(exercise, title=title, checks=checks, questions=tuple(one.translated(language) for one in exercise.questions))


def of_assignment(text: str, context: str, assignment: str, language: str = "") -> str:
    """A text of an assignment, by its id in the catalogues.

    Example:
        >>> of_assignment("any number of prices is added up", "title:test_total::test_any_prices", "prices")
        'any number of prices is added up'
    """
    return in_language(Message(text, context=context, domain=assignment), language or reading()) if text else text


def translated_check(check: CheckResult, exercise: str, assignment: str, language: str = "") -> CheckResult:
    """One check of ``translated``: its title and the lesson of its mistake."""
    language = language or reading()
    return replace(
        check,
        title=in_language(check_titles.as_message(check.title, check.name, exercise, assignment), language),
        feedback=of_assignment(check.feedback, f"mistake:{exercise}__{check.mistake}", assignment, language),
    )


def _correction(correction: Correction, assignment: str, language: str) -> Correction:
    title = check_titles.as_message(correction.title, correction.check, correction.exercise, assignment)
    return replace(correction, title=in_language(title, language))


def _text(text: WrittenAnswer, assignment: str, language: str) -> WrittenAnswer:
    return replace(
        text,
        title=of_assignment(text.title, f"text:{text.name}:title", assignment, language),
        question=of_assignment(text.question, f"text:{text.name}:question", assignment, language),
    )
