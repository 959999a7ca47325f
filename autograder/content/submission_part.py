"""What judging one exercise needs of a page: the statements that its functions reach, and what can be said about them.

It has no syntax trees, so it travels from process to process at little cost, and the page need not be read again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.content.page import Page
from autograder.content.slicing import Slice
from autograder.content.submission import Submission


@dataclass(frozen=True)
class SubmissionPart:
    """To the judge it looks like the ``Submission`` that it is taken from.

    Attributes:
        name, page, functions: as there.
        slices, reasons: of the functions that the exercise's checks may call.
        advices, reading: of the exercise, see ``Submission.advice`` and ``Submission.reads``.
    """

    name: str
    page: Page
    functions: frozenset[str]
    slices: dict[str, Slice | None] = field(repr=False)
    reasons: dict[str, str] = field(repr=False)
    advices: dict[str, str] = field(repr=False)
    reading: dict[str, str] = field(repr=False)

    @classmethod
    def of(cls, submission: Submission, exercise: str, called: Iterable[str]) -> SubmissionPart:
        """
        Args:
            called: functions that the exercise's checks may call, see ``dependencies.called``.
        """
        slices = {name: submission.find(name) for name in called}
        reasons = {name: submission.missing(name) for name, found in slices.items() if found is None}
        advices, reading = {exercise: submission.advice(exercise)}, {exercise: submission.reads(exercise)}
        return cls(submission.name, submission.page, submission.functions, slices, reasons, advices, reading)

    def find(self, function: str) -> Slice | None:
        return self.slices[function]

    def missing(self, function: str) -> str:
        return self.reasons[function]

    def advice(self, function: str) -> str:
        return self.advices[function]

    def reads(self, function: str) -> str:
        return self.reading[function]
