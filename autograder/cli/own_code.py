"""Asks a student about functions of the page that have passed, and says whether the answers are right."""

from __future__ import annotations

import sys

from autograder.cli.terminal import say
from autograder.core.languages import spoken
from autograder.core.own_code_question import OwnCodeQuestion
from autograder.core.records import Report


def ask_questions(report: Report) -> None:
    """Asks the questions of a report, one after the other, on standard input. No mark depends on the answers."""
    from autograder.reports.own_code import heading, nothing_to_ask

    asked = [one for one in report.exercises if one.questions]
    for exercise in asked:
        say("\n" + heading(exercise.name))
        right = sum(_ask(number, one) for number, one in enumerate(exercise.questions, 1))
        say("\n" + spoken("{right} of {count} right.", right=right, count=len(exercise.questions)))
    if not asked:
        say("\n" + nothing_to_ask(report))


def _ask(number: int, question: OwnCodeQuestion) -> bool:
    """Whether the answer was right; none is not."""
    from autograder.reports.own_code import question_lines, question_text, response

    say("\n" + "\n".join(question_lines(number, question_text(question))))
    print("   " + spoken("Your answer (Enter shows it): "), end="", flush=True)
    typed = _line()
    say("   " + response(question, typed))
    return bool(typed.strip()) and question.accepts(typed)


def _line() -> str:
    """What is typed; empty at the end of the input."""
    line = sys.stdin.readline()
    if not sys.stdin.isatty():
        print()
    return line.rstrip("\n")
