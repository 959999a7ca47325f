"""The result of a check: its outcome and the words that go with it, from what was raised in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

import pytest

from autograder.content.budget import NoNumber
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core import check_titles, keras_backend
from autograder.core.languages import message, what_it_says
from autograder.core.languages.messages import OF_ITS_ASSIGNMENT
from autograder.core.records import CheckResult, LostReason, Outcome
from autograder.datasets import DatasetError
from autograder.expectations.answer import CallLost, Failure, NotStarted, NotThere, StudentError
from autograder.judging import explain, mistake_naming
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.transport.tables import NotATable

READS_THE_PAGE = ("NameError", "a name of the page")  # evidence
LOADS_THE_DATA = ("loads the data",)
LONGEST_ERROR = 300  # characters of an exception's text
LONGEST_ASSERT = 600
ADDRESS = re.compile(r" at 0x[0-9a-f]+")  # differs from one run to the next
LONGEST_HIDDEN_ERROR = 80  # the same in hidden checks, where a page could put the inputs into it


@dataclass(frozen=True)
class Verdict:
    """The result of one check.

    Attributes:
        message: what a report says below the check.
        evidence: what was wrong, as plain data, see ``answer.Failure``.
        line: line in the student's file where an exception was raised, or None.
        of_the_value: the check failed on what the function gave, so that a smaller input may show the same.
        remark: what a report says beside the check, although no points are lost.
    """

    outcome: Outcome
    message: str = ""
    evidence: object = None
    line: int | None = None
    of_the_value: bool = False
    remark: str = ""


def without_a_call(submission: Submission | SubmissionPart, exercise: str) -> Verdict | None:
    """Nothing needs to run where the function is missing or not written yet."""
    piece = submission.find(exercise)
    if piece is None:
        return Verdict(Outcome.ERROR, submission.missing(exercise), ("missing",))
    if piece.is_stub:
        return Verdict(Outcome.NOT_STARTED)
    return None


def waits_for(item: pytest.Item, earlier: dict[str, CheckResult], off: Collection[str] = ()) -> Verdict | None:
    """A check that says nothing as long as another one has not passed.

    Args:
        off: names of checks that do not count: no check waits for them.
    """
    for mark in reversed(list(item.iter_markers("after"))):  # as they are written, the first one first
        rows = [result for name, result in earlier.items() if name.partition("[")[0] == mark.args[0]]
        if not rows:
            return Verdict(Outcome.BROKEN, f"There is no check {mark.args[0]!r} before this one.")
        waiting = [row for row in rows if row.outcome is not Outcome.PASSED and row.name not in off]
        if waiting:
            return Verdict(Outcome.SKIPPED, message("Waiting for: {title}", title=_title(item, waiting[0])), ("skipped",))
    return None


def _title(item: pytest.Item, row: CheckResult) -> str:
    """The title of a check in the same file, as a text of the assignment."""
    return check_titles.as_message(row.title, row.name, item.path.stem.removeprefix("test_"), OF_ITS_ASSIGNMENT)


def on_exception(
    error: BaseException, submission: Submission | SubmissionPart, exercise: str, parameters: list[str], show_inputs: bool
) -> Verdict | None:
    """What an exception in a check means; None if no check may end with it, so that the check itself has a fault.

    Args:
        parameters: of the function, as the assignment's page names them.
        show_inputs: whether students may see what the check passed on.
    """
    if isinstance(error, Failure):
        return Verdict(Outcome.FAILED, error.message, error.evidence, of_the_value=error.of_the_value)
    if isinstance(error, (NotStarted, NotThere, CallLost, StudentError)) and error.function not in ("", exercise):
        return Verdict(Outcome.SKIPPED, _waiting(error), ("skipped",))
    if isinstance(error, NotStarted):
        return Verdict(Outcome.NOT_STARTED)
    if isinstance(error, NotThere):
        return Verdict(Outcome.ERROR, what_it_says(error), ("missing",))
    if isinstance(error, CallLost) and error.reason is LostReason.OBJECT_GONE:
        return Verdict(Outcome.SKIPPED, explain.lost_call(error), ("skipped",))
    if isinstance(error, CallLost):
        return Verdict(Outcome(error.outcome), explain.lost_call(error), error.outcome)
    if isinstance(error, StudentError):
        return _on_student_error(error, submission, exercise, parameters, show_inputs)
    if isinstance(error, NoNumber):
        return Verdict(Outcome.PASSED, remark=message(
            "Not tried, and it costs nothing: what a right network reaches with {backend} here has not been measured. {reason}",
            backend=keras_backend.TITLES[error.backend], reason=str(error),
        ))  # fmt: skip
    if isinstance(error, NotATable):  # an answer that a check wants as pandas' own; what a check passes is tried before
        return Verdict(Outcome.FAILED, message("The answer is not a table that pandas could have made."), ("no table",))
    if isinstance(error, StartFailed):
        return Verdict(Outcome.BROKEN, message("No process could be started for the student's code: {error}", error=str(error)))
    if isinstance(error, DatasetError):  # nothing is wrong with the check, nor with the page
        return Verdict(Outcome.BROKEN, what_it_says(error))
    return None


def on_plain_assert(excinfo: pytest.ExceptionInfo[BaseException], checks: Path) -> Verdict | None:
    """A public check may say ``assert``: what it says no to is told in pytest's words, which show values.

    Args:
        checks: the folder of the check files; an assert of the engine is a bug in it.
    """
    error = excinfo.value
    if type(error) is not AssertionError or Path(excinfo.traceback[-1].path).parent != checks:
        return None
    text = ADDRESS.sub("", str(error)) or message("The check's assert does not hold.")
    return Verdict(Outcome.FAILED, text[:LONGEST_ASSERT], ("assert", str(mistake_naming.rounded(text))[:200]), of_the_value=True)


def fault_of_the_check(error: BaseException) -> Verdict:
    """It costs the student nothing."""
    return Verdict(Outcome.BROKEN, message("The check itself failed: {name}: {error}", name=type(error).__name__, error=str(error)[:300]))


def _waiting(error: NotStarted | NotThere | CallLost | StudentError) -> str:
    """Why a check of one function cannot say anything: another function, which it needs, gave no answer."""
    name = error.function
    if isinstance(error, NotStarted):
        return message("Waiting for: {name}, which is not written yet.", name=name)
    if isinstance(error, NotThere):
        return message("Waiting for: {name}. {error}", name=name, error=what_it_says(error))
    if isinstance(error, CallLost):
        return message("Waiting for: {name}. {lost_call}", name=name, lost_call=explain.lost_call(error))
    kind = str(error.reply["type"]).lstrip("_")[:80]
    return message("Waiting for: {name}, which raised {kind}: {first_line}", name=name, kind=kind, first_line=error.first_line[:LONGEST_HIDDEN_ERROR])


def _on_student_error(
    error: StudentError, submission: Submission | SubmissionPart, exercise: str, parameters: list[str], show_inputs: bool
) -> Verdict:
    if explain.stub_reached(error) == exercise:
        return Verdict(Outcome.NOT_STARTED, message("The function still reaches the line raise NotImplementedError."))
    if explain.is_memory(error):
        return Verdict(Outcome.MEMORY, explain.memory(error), "memory")
    longest = LONGEST_ERROR if show_inputs else LONGEST_HIDDEN_ERROR
    text = explain.student_error(error, submission, exercise, parameters, longest)
    return Verdict(Outcome.ERROR, text, _evidence(error, submission), explain.line_of(error))


def _evidence(error: StudentError, submission: Submission | SubmissionPart) -> tuple[str, ...]:
    """What an exception says; the same whichever name of the page is read, and however loading the data ends."""
    if explain.reads_a_name_of_the_page(error):
        return READS_THE_PAGE
    if explain.loads_data(error, submission):
        return LOADS_THE_DATA
    return (error.reply["type"], str(mistake_naming.rounded(error.first_line))[:200])
