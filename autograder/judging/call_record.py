"""What the checks of one exercise called, with which arguments, and what came back: kept only where a person asks why."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from autograder.expectations.answer import Answer, CallLost, Compared, NotStarted, NotThere, StudentError

UNANSWERED = (CallLost, NotStarted, NotThere, StudentError)


@dataclass
class RecordedCall:
    """One call of a student's function.

    Attributes:
        arguments: by name, as the check passed them.
        answer: what came back; None where nothing did. error: why nothing did, in a sentence.
        seed: of the random numbers of this call.
    """

    function: str
    arguments: dict[str, Any]
    seed: int
    answer: Answer | None = None
    error: str = ""


@dataclass
class RecordedCheck:
    """The calls of one check, in order; ``compared``: what it objected to."""

    calls: list[RecordedCall] = field(default_factory=list)
    compared: Compared | None = None


class CallRecord:
    """Takes note of the calls of each check.

    Attributes:
        checks: check's name -> its calls.
    """

    def __init__(self) -> None:
        self.checks: dict[str, RecordedCheck] = {}
        self._now = RecordedCheck()

    def begin(self, check: str) -> None:
        """From now on the calls are those of this check."""
        self._now = self.checks[check] = RecordedCheck()

    def failed(self, compared: Compared | None) -> None:
        """The check that runs now has said no."""
        self._now.compared = compared

    def of(self, function: str, rows: list[dict[str, Any]], seed: int, call: Callable[[], list[Answer]]) -> list[Answer]:
        """Makes calls, and takes note of them. Raises what they raise."""
        calls = [RecordedCall(function, _copied(row), seed) for row in rows]
        self._now.calls += calls
        try:
            answers = call()
        except UNANSWERED as error:
            for one in calls:
                one.error = said(error)
            raise
        for one, answer in zip(calls, answers, strict=True):
            one.answer = answer
            one.error = said(answer.error) if answer.error is not None else ""
        return answers


def _copied(arguments: dict[str, Any]) -> dict[str, Any]:
    """A check may change its arrays later. What cannot be copied is kept as it is."""
    found = {}
    for name, value in arguments.items():
        try:
            found[name] = copy.deepcopy(value)
        except Exception:
            found[name] = value
    return found


def said(error: Exception) -> str:
    """Why a call has no answer, in a few words."""
    if isinstance(error, StudentError):
        return f"{error.reply['type']}: {error.first_line}"
    return str(error) or type(error).__name__
