"""A text of a student's, in a report: what a person reads and marks."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class WrittenAnswer:
    """A text that a person reads and marks; the judge gives no points for it, and takes none.

    Attributes:
        title, question: of the text that is asked for.
        answer: what was written; empty if nothing was.
        points: what a person has given; None while it waits.
        sample: the author's own answer, for instructors; or empty.
    """

    name: str
    title: str
    question: str
    answer: str
    max_points: float
    points: float | None = None
    sample: str = ""

    def __post_init__(self) -> None:
        if {*map(type, (self.name, self.title, self.question, self.answer, self.sample))} != {str}:
            raise ValueError(f"{self.name}: a part of the answer is of a type that cannot be saved")
        if not math.isfinite(self.max_points) or not (self.points is None or math.isfinite(self.points)):
            raise ValueError(f"{self.name}: {self.points} of {self.max_points} points is not valid")

    @property
    def started(self) -> bool:
        return bool(self.answer.strip())

    @property
    def words(self) -> int:
        return len(self.answer.split())
