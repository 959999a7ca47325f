"""What is said below each check of an exercise, so that terminal, notebook and graded page say the same."""

from __future__ import annotations

from dataclasses import dataclass

from autograder.core.languages import message, shown, spoken
from autograder.core.records import CheckResult, ExerciseResult, Outcome
from autograder.reports.sanitize import LONGEST, one_line, plain
from autograder.reports.student_view import HIDDEN

LONGEST_OUTPUT = 500
LONGEST_SENTENCE = 700  # characters of a figure in words
SAME_MISTAKE = message("The same mistake shows here.")
SAME_MESSAGE = message("The same happens here.")
OUR_BUG = message("This is our bug. It costs you nothing.")
YOUR_FILE = message("your file")


@dataclass(frozen=True)
class CheckText:
    """One check and what is said below it: (kind, text) with kind message, figure, place, smallest, feedback, bug, remark or
    output."""

    check: CheckResult
    said: tuple[tuple[str, str], ...]


def check_texts(
    exercise: ExerciseResult,
    source: str = "",
    for_student: bool = True,
    repeat: bool = False,
    longest: int = LONGEST,
) -> list[CheckText]:
    """What to say below each check of an exercise: a mistake is explained where it shows first, then only named.

    Args:
        source: the file's name, for lines that are not in the message.
        for_student: leave out what code printed or drew during hidden checks, which could show their inputs.
        repeat: show a check's message although its mistake is known from before, if the message is another one.
        longest: characters of one message.
    """
    result, mistakes, before = [], set(), set()
    for check in exercise.checks:
        message = _message(check, longest)  # in English, as what is repeated is told by it
        known = check.mistake is not None and check.mistake in mistakes
        again = _gist(check, message) in before and message != HIDDEN
        said = []
        if message and not again and (repeat or not known):
            said.append(("message", _in_the_readers_words(check, message, longest)))
            if check.line is not None and f"line {check.line}" not in message:
                said.append(("place", spoken("{file}, line {line}", file=one_line(source) or YOUR_FILE, line=check.line)))
        elif message and not known and check.outcome is not Outcome.SKIPPED:
            said.append(("message", shown(SAME_MESSAGE)))
        drew = _drew(check, for_student)
        if drew and ("figure", drew) not in before:
            said.append(("figure", drew))
        if check.smallest:
            said.append(("smallest", spoken("For example, {smallest}", smallest=plain(shown(check.smallest), longest))))
        if known:
            said.append(("feedback", shown(SAME_MISTAKE)))
        elif check.feedback:
            said.append(("feedback", plain(check.feedback, longest)))
        if check.outcome is Outcome.BROKEN:
            said.append(("bug", shown(OUR_BUG)))
        if check.remark and ("remark", check.remark) not in before:
            said.append(("remark", plain(shown(check.remark), longest)))
        output = _output(check, for_student)
        if output and ("output", output) not in before:
            said.append(("output", output))
        mistakes.add(check.mistake)
        before |= {_gist(check, message), ("output", output), ("remark", check.remark), ("figure", drew)}
        result.append(CheckText(check, tuple(said)))
    return result


def _gist(check: CheckResult, message: str) -> str:
    """What makes a message another one: not the call, where the same exception was raised in the same place."""
    return message.partition(" raised ")[2] or message if check.outcome is Outcome.ERROR else message


def _message(check: CheckResult, longest: int) -> str:
    message = plain(check.message, longest).strip("\n")
    return f"Waiting for: {message}" if _waits_for(check, message) else message


def _waits_for(check: CheckResult, message: str) -> bool:
    return check.outcome is Outcome.SKIPPED and bool(message) and not message.lower().startswith("waiting for")


def _in_the_readers_words(check: CheckResult, message: str, longest: int) -> str:
    """A check's message as it is read; the same as in English where that is the language."""
    said = plain(shown(check.message), longest).strip("\n")
    return spoken("Waiting for: {title}", title=said) if _waits_for(check, check.message) else said or message


def figure_of(exercise: ExerciseResult, for_student: bool = True) -> CheckResult | None:
    """The check whose figure says most of an exercise: the first one that did not pass, or the first one; None without.

    Args:
        for_student: look at public checks only.
    """
    drawn = [check for check in exercise.checks if check.figure_text and (check.public or not for_student)]
    return next((check for check in drawn if check.outcome is not Outcome.PASSED), drawn[0] if drawn else None)


def figure_sentence(check: CheckResult) -> str:
    """What a figure shows, in one sentence that is fit to show."""
    return one_line(shown(check.figure_text.sentence), LONGEST_SENTENCE)


def _drew(check: CheckResult, for_student: bool) -> str:
    """The figure that a check has found wrong, in words: beside what was asked."""
    if check.outcome is not Outcome.FAILED or not check.figure_text or (for_student and not check.public):
        return ""
    return spoken("It drew: {figure}", figure=figure_sentence(check))


def _output(check: CheckResult, for_student: bool) -> str:
    if check.outcome is Outcome.PASSED or (for_student and not check.public):
        return ""
    return plain(_in_the_end(check.output), LONGEST_OUTPUT).strip()


def _in_the_end(output: str) -> str:
    r"""What a terminal shows in the end: a progress bar returns to the start of its line and overwrites itself."""
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in output.split("\n"))
