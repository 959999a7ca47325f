"""The words that every kind of report shares, so that terminal, notebook and graded page say the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from autograder.core import keras_backend
from autograder.core.records import CheckResult, ExerciseResult, Outcome, Report, Status
from autograder.core.written_answer import WrittenAnswer
from autograder.datasets.registry import title
from autograder.reports.sanitize import LONGEST, can_show, one_line, plain
from autograder.reports.student_view import HIDDEN

LONGEST_OUTPUT = 500
LONGEST_CORRECTION = 600  # characters of a correction and its reason
LONGEST_SENTENCE = 700  # characters of a figure in words
ISOLATION = {"full": "fully isolated", "reduced": "partly isolated", "none": "not isolated"}
SAME_MISTAKE = "The same mistake shows here."
SAME_MESSAGE = "The same happens here."
OUR_BUG = "This is our bug. It costs you nothing."
LATER = "the others run when your work is graded"
NOTHING_LEFT = "there is nothing left to do here. The end of the page says what to try next."
TELL_ABOUT_OUR_BUG = "there is nothing for you to do. Please tell your instructor about our bug."


@dataclass(frozen=True)
class OutcomeSign:
    """How an outcome looks: a sign, the same sign in ASCII, and the word that goes with it."""

    sign: str
    ascii: str
    word: str


OUTCOME_SIGNS = {
    Outcome.PASSED: OutcomeSign("✓", "+", "passed"),
    Outcome.FAILED: OutcomeSign("✗", "x", "failed"),
    Outcome.ERROR: OutcomeSign("✗", "x", "error"),
    Outcome.TIMEOUT: OutcomeSign("✗", "x", "time ran out"),
    Outcome.MEMORY: OutcomeSign("✗", "x", "out of memory"),
    Outcome.CRASHED: OutcomeSign("✗", "x", "crashed"),
    Outcome.NOT_STARTED: OutcomeSign("·", ".", "not started"),
    Outcome.SKIPPED: OutcomeSign("–", "-", "waiting"),
    Outcome.BROKEN: OutcomeSign("!", "!", "our bug"),
}
NO_VERDICT = "Possible attempts to get around the grader. No mark was changed; there may be an innocent reason."
STATUS = {Status.GRADED: "graded", Status.UNREADABLE: "unreadable", Status.NOT_GRADED: "not graded", Status.EXEMPT: "exempt"}


@dataclass(frozen=True)
class CheckText:
    """One check and what is said below it: (kind, text) with kind message, figure, place, smallest, feedback, bug, remark or
    output."""

    check: CheckResult
    said: tuple[tuple[str, str], ...]


def sign(mark: OutcomeSign, encoding: str) -> str:
    """The mark's sign, where a terminal of this encoding can show all of them; else the one in ASCII."""
    return mark.sign if can_show("".join(one.sign for one in OUTCOME_SIGNS.values()), encoding) else mark.ascii


def points(number: float) -> str:
    """``8``, ``2.5``: at most two decimals, none that say nothing.

    Example:
        >>> points(8.0), points(2.5), points(1 / 3)
        ('8', '2.5', '0.33')
    """
    return f"{number:.2f}".rstrip("0").rstrip(".")


def out_of(result: ExerciseResult | CheckResult | Report) -> str:
    """``2 of 8``."""
    if isinstance(result, CheckResult):
        return f"{points(result.points)} of {points(result.max_points)}"
    return f"{points(result.score)} of {points(result.max_score)}"


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
        return f"{out_of(exercise)} points of the public checks"
    of = f" of {points(worth[exercise.name])} points" if worth.get(exercise.name) else ""
    return f"passed the public checks ({points(exercise.score)}{of}); {LATER}"


def text_standing(text: WrittenAnswer) -> str:
    """The state of a text that a person marks.

    Example:
        >>> text_standing(WrittenAnswer("WHY", "", "", "Because it is so.", 5))
        '4 words written; a person reads them (up to 5 points)'
    """
    if text.points is not None:
        return f"{points(text.points)} of {points(text.max_points)} points, given by a person"
    up_to = f"a person reads {{}} (up to {points(text.max_points)} points)"
    if not text.started:
        return f"not started; {up_to.format('it')}"
    return f"{count(text.words, 'word')} written; {up_to.format('them' if text.words > 1 else 'it')}"


def texts_waiting(report: Report) -> str:
    """Which texts of a report a person has still to mark, as one sentence; empty if none."""
    waiting = [text for text in report.for_a_person if text.points is None]
    if not waiting:
        return ""
    named = ", ".join(f"{one_line(text.name)} (up to {points(text.max_points)} points)" for text in waiting)
    return f"Waits for a person, and is not in these points: {named}."


def corrections(report: Report) -> list[str]:
    """What was changed about a mark after it was judged, a sentence for each change."""
    return [one_line(one.sentence, LONGEST_CORRECTION) for one in report.corrections]


def dataset(name: str) -> str:
    """A data set as people know it."""
    return one_line(title(name))


def backend(name: str) -> str:
    """What Keras computed with, as people call it.

    Example:
        >>> backend("jax")
        'Keras on JAX'
    """
    return f"Keras on {keras_backend.TITLES.get(name, one_line(name))}"


def count(number: int, noun: str) -> str:
    """``1 submission``, ``2 submissions``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def public_only(report: Report) -> bool:
    return bool(report.checks) and all(check.public for check in report.checks)


def status_line(report: Report) -> str:
    """The status, and in one line why it is not ``graded``."""
    if report.waits:
        return one_line(report.waits)
    first = report.problem.strip().split("\n")[0]
    return f"{STATUS[report.status]}: {one_line(first)}" if first else STATUS[report.status]


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
        message = _message(check, longest)
        known = check.mistake is not None and check.mistake in mistakes
        again = _gist(check, message) in before and message != HIDDEN
        said = []
        if message and not again and (repeat or not known):
            said.append(("message", message))
            if check.line is not None and f"line {check.line}" not in message:
                said.append(("place", f"{one_line(source) or 'your file'}, line {check.line}"))
        elif message and not known and check.outcome is not Outcome.SKIPPED:
            said.append(("message", SAME_MESSAGE))
        drew = _drew(check, for_student)
        if drew and ("figure", drew) not in before:
            said.append(("figure", drew))
        if check.smallest:
            said.append(("smallest", f"For example, {plain(check.smallest, longest)}"))
        if known:
            said.append(("feedback", SAME_MISTAKE))
        elif check.feedback:
            said.append(("feedback", plain(check.feedback, longest)))
        if check.outcome is Outcome.BROKEN:
            said.append(("bug", OUR_BUG))
        if check.remark and ("remark", check.remark) not in before:
            said.append(("remark", plain(check.remark, longest)))
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
    if check.outcome is Outcome.SKIPPED and message and not message.lower().startswith("waiting for"):
        return f"Waiting for: {message}"
    return message


def figure_of(exercise: ExerciseResult, for_student: bool = True) -> CheckResult | None:
    """The check whose figure says most of an exercise: the first one that did not pass, or the first one; None without.

    Args:
        for_student: look at public checks only.
    """
    drawn = [check for check in exercise.checks if check.figure_text and (check.public or not for_student)]
    return next((check for check in drawn if check.outcome is not Outcome.PASSED), drawn[0] if drawn else None)


def figure_sentence(check: CheckResult) -> str:
    """What a figure shows, in one sentence that is fit to show."""
    return one_line(check.figure_text.sentence, LONGEST_SENTENCE)


def _drew(check: CheckResult, for_student: bool) -> str:
    """The figure that a check has found wrong, in words: beside what was asked."""
    if check.outcome is not Outcome.FAILED or not check.figure_text or (for_student and not check.public):
        return ""
    return f"It drew: {figure_sentence(check)}"


def _output(check: CheckResult, for_student: bool) -> str:
    if check.outcome is Outcome.PASSED or (for_student and not check.public):
        return ""
    return plain(_in_the_end(check.output), LONGEST_OUTPUT).strip()


def _in_the_end(output: str) -> str:
    r"""What a terminal shows in the end: a progress bar returns to the start of its line and overwrites itself."""
    return "\n".join(line.rstrip("\r").rpartition("\r")[2] for line in output.split("\n"))
