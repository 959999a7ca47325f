"""What a person, or a rule of the course, has changed about a mark after it was judged; and how that is said.

A correction is never mixed up with what the checks have found: the report keeps their outcome, and says who has changed
which points, and why.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from autograder.core.languages import message, plural
from autograder.core.recorded_messages import TEXTS, recorded, restored

TEXTS_READ = ("reason", "when", "until", "title")  # may be messages


class CorrectionKind(StrEnum):
    """What a correction does."""

    POINTS = "points"  # for one check or one exercise of one student
    EXEMPT = "exempt"  # the student needs no mark
    EXTENSION = "extension"  # a later deadline
    SUBMITTED = "submitted"  # when one page was submitted
    COMMENT = "comment"  # words for the student
    OFF = "off"  # a check counts for no student
    EVERYBODY = "everybody"  # every student gets the points of a check
    DROPPED = "dropped"  # the course does not count an exercise
    LATE = "late"  # points that the course's rule takes off


@dataclass(frozen=True)
class Correction:
    """One correction, as the report that it has changed holds it.

    Attributes:
        kind: what it does.
        by: who has made it; empty where it is a rule of the course. when: the day, as it is shown.
        reason: why; of a comment, the words themselves.
        exercise, check: what it is about; empty where it is about the whole page.
        title: the check's title.
        before, after: points; None where no points are concerned.
        until: the new deadline, or the time at which the page was submitted, as it is shown.
        number: of the entry in the course's log; 0 where it is a rule of the course.

    Raises:
        ValueError: a number is not finite, or a text is not text.
    """

    kind: CorrectionKind
    reason: str = ""
    by: str = ""
    when: str = ""
    exercise: str = ""
    check: str = ""
    title: str = ""
    before: float | None = None
    after: float | None = None
    until: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        texts = (self.reason, self.by, self.when, self.exercise, self.check, self.title, self.until)
        numbers = [one for one in (self.before, self.after) if one is not None]
        if not TEXTS.issuperset(map(type, texts)) or type(self.number) is not int or not all(map(math.isfinite, numbers)):
            raise ValueError("a correction that is not valid")

    @classmethod
    def from_dict(cls, content: dict[str, Any]) -> Correction:
        """The inverse of ``to_dict``; unknown keys are ignored.

        Raises:
            ValueError, TypeError, KeyError: it is not a correction.
        """
        known = {key: value for key, value in content.items() if key in cls.__dataclass_fields__}
        return cls(**known | {"kind": CorrectionKind(content["kind"])} | restored(content, TEXTS_READ))

    def to_dict(self) -> dict[str, Any]:
        """As JSON can hold it, the parts of messages beside their texts."""
        return {**vars(self), **recorded(self, TEXTS_READ)}

    @property
    def sentence(self) -> str:
        """What was changed, by whom and why.

        Example:
            >>> Correction(CorrectionKind.POINTS, "right idea", "Grace", "3 May 2026", "double", before=0.0, after=4.0).sentence
            'double: 4 points instead of 0 (Grace, 3 May 2026: right idea)'
        """
        what = message("{exercise}, “{check}”", exercise=self.exercise, check=self.title or self.check) if self.check else self.exercise
        source = message("{by}, {when}", by=self.by, when=self.when) if self.by and self.when else self.by or self.when
        if self.kind is CorrectionKind.COMMENT:
            if what:
                return message("Comment on {what} ({source}): {words}", what=what, source=source, words=self.reason)
            return message("Comment ({source}): {words}", source=source, words=self.reason)
        why = message("{source}: {reason}", source=source, reason=self.reason) if source and self.reason else source or self.reason
        return message("{change} ({why})", change=self._change(what), why=why) if why else self._change(what)

    def _change(self, what: str) -> str:
        before, after = (round(one or 0.0, 2) for one in (self.before, self.after))
        return {
            CorrectionKind.POINTS: plural("{what}: {count:g} point instead of {before:g}", "{what}: {count:g} points instead of {before:g}", after, what=what, before=before),
            CorrectionKind.EXEMPT: message("Exempt: no mark is needed"),
            CorrectionKind.EXTENSION: message("Extension until {until}", until=self.until),
            CorrectionKind.SUBMITTED: message("Submitted on {time}", time=self.until),
            CorrectionKind.OFF: message("{what}: this check does not count", what=what),
            CorrectionKind.EVERYBODY: plural("{what}: every student gets the point", "{what}: every student gets the {count:g} points", after, what=what),
            CorrectionKind.DROPPED: message("{what}: this exercise does not count in this course", what=what),
            CorrectionKind.LATE: plural("Late: {count:g} point less", "Late: {count:g} points less", before),
        }[self.kind]
