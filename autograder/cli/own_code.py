"""Asks a student about functions of the page that have passed, and says whether the answers are right."""

from __future__ import annotations

import click

from autograder.cli.terminal import say
from autograder.core.languages import spoken
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import Report


def ask_questions(report: Report) -> None:
    """Asks the questions of a report, one after the other, on standard input. No mark depends on the answers."""
    from autograder.reports.own_code import heading

    asked = [one for one in report.exercises if one.questions]
    for exercise in asked:
        say("\n" + heading(exercise.name))
        right = sum(_ask(number, one) for number, one in enumerate(exercise.questions, 1))
        say("\n" + spoken("{right} of {count} right.", right=right, count=len(exercise.questions)))
    if not asked:
        say("\n" + _nothing_to_ask(report))


def _nothing_to_ask(report: Report) -> str:
    if any(one.passed for one in report.exercises):
        return spoken("There are no questions about this code: none of them would have only one answer.")
    return spoken("The questions about your own code come when the function passes.")


def _ask(number: int, question: OwnCodeQuestion) -> bool:
    """Whether the answer was right; none is not."""
    from autograder.reports.own_code import question_lines, question_text, response

    say("\n" + "\n".join(question_lines(number, question_text(question))))
    click.echo("   " + spoken("Your answer (Enter shows it): "), nl=False)
    typed = _line()
    say("   " + response(question, typed))
    return bool(typed.strip()) and question.accepts(typed)


def _line() -> str:
    """What is typed; empty at the end of the input."""
    stream = click.get_text_stream("stdin")
    line = stream.readline()
    if not stream.isatty():
        click.echo()
    return line.rstrip("\n")
