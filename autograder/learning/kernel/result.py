"""The result of a check, and what a notebook's cell makes of it."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass

from autograder.content.assignment import Assignment
from autograder.core.records import ExerciseResult, Outcome, Report

NBGRADER = "NBGRADER_EXECUTION"  # set by nbgrader while it runs a page: ``autograde`` or ``validate``


@dataclass(frozen=True)
class Checked:
    """One ``check(…)``.

    Attributes:
        report: of all checks that are available.
        wanted: names that were asked for; empty for all.
        notes: sentences about what was checked.
        answers: to the questions about the one function that was asked for, as typed; empty where none were given.
    """

    report: Report
    assignment: Assignment
    wanted: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    @property
    def unchecked(self) -> list[str]:
        """Names that were asked for and have no checks here."""
        there = {exercise.name for exercise in self.report.exercises}
        return [name for name in self.wanted if name not in there]

    def number(self, name: str) -> int:
        """An exercise's number on the page."""
        return [one.name for one in self.assignment.exercises].index(name) + 1

    @property
    def first_open(self) -> ExerciseResult | None:
        """The first exercise in which something is left to do."""
        for exercise in self.report.exercises:
            if any(check.outcome not in (Outcome.PASSED, Outcome.BROKEN) for check in exercise.checks):
                return exercise
        return None

    @property
    def following(self) -> str:
        """The exercise after the last one that was checked; empty after the last one of the page."""
        names = [one.name for one in self.assignment.exercises]
        last = max((names.index(name) for name in self._all_names()), default=len(names) - 1)
        return names[last + 1] if last + 1 < len(names) else ""

    @property
    def value(self) -> float:
        """The points of the checks that were run: no more than was seen."""
        return self.report.score

    @property
    def share(self) -> float:
        """The points if checks that are not here came out like those that are, for ``nbgrader validate``.

        That asks whether what a student can see passes, and says "failed" for any less than a cell's points.
        """
        return float(sum(self._share(exercise) for exercise in self.report.exercises))

    def _all_names(self) -> list[str]:
        return [exercise.name for exercise in self.report.exercises] or list(self.wanted)

    def _share(self, exercise: ExerciseResult) -> float:
        worth = self.assignment.exercise(exercise.name).points or exercise.max_score
        if not math.isfinite(worth) or not exercise.max_score:
            return 0.0
        return min(worth, max(0.0, worth * exercise.score / exercise.max_score))


class Result:
    """What ``check`` gives to a notebook: a card to look at, and the same as text where no card can be shown.

    nbgrader takes the text of a cell's result for the points if it is a number. So while nbgrader runs the page, and only
    then, the text is nothing but that.

    Attributes:
        value: the points; finite.
        html: the card; text: what it says.
        shown: has the cell shown it?
    """

    def __init__(self, value: float, html: str, text: str) -> None:
        self.value = value
        self.html = html
        self.text = text
        self.shown = False

    def __repr__(self) -> str:
        return repr(self.value) if os.environ.get(NBGRADER) else self.text

    def __float__(self) -> float:
        return self.value

    @property
    def data(self) -> dict[str, str]:
        """For a frontend: each takes what it can show."""
        return {"text/html": self.html, "text/plain": repr(self)}

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, str]:
        self.shown = True
        return self.data
