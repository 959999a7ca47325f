"""The standing of every exercise of a page, from the page itself and from what is remembered; nothing is run."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from autograder.content.assignment import Assignment, Exercise
from autograder.content.submission import Submission
from autograder.core.languages import message
from autograder.learning.progress import Progress


class State(StrEnum):
    """What is known of an exercise without checking it."""

    PASSED = "passed"
    TRIED = "tried"
    CHANGED = "changed since the last check"
    WRITTEN = "not checked yet"
    NOT_STARTED = "not started"
    MISSING = "not there"  # deleted, renamed, or in a cell that does not parse


STATES = {
    State.PASSED: message("passed"),
    State.TRIED: message("tried"),
    State.CHANGED: message("changed since the last check"),
    State.WRITTEN: message("not checked yet"),
    State.NOT_STARTED: message("not started"),
    State.MISSING: message("not there"),
}


@dataclass(frozen=True)
class ExerciseStanding:
    """One exercise on a page.

    Attributes:
        number: on the page, from 1.
        points, of: from the last check; ``of`` is 0 where it is not known yet.
        line: where the function begins; 0 if it is not there.
    """

    number: int
    exercise: Exercise
    state: State
    points: float
    of: float
    line: int

    @property
    def name(self) -> str:
        return self.exercise.name

    @property
    def passed(self) -> bool:
        return self.state is State.PASSED


def overview(assignment: Assignment, submission: Submission, progress: Progress) -> list[ExerciseStanding]:
    """One row for each exercise, in the page's order."""
    return [
        _row(number, exercise, submission, progress, assignment.public)
        for number, exercise in enumerate(assignment.exercises, 1)
    ]


def unfinished(rows: list[ExerciseStanding], after: str = "") -> ExerciseStanding | None:
    """The next exercise that is not passed: the first one, or the first after another one, and then from the top."""
    names = [row.name for row in rows]
    start = names.index(after) + 1 if after in names else 0
    return next((row for row in rows[start:] + rows[:start] if not row.passed), None)


def _row(number: int, exercise: Exercise, submission: Submission, progress: Progress, public: bool) -> ExerciseStanding:
    standing = progress.of(exercise.name)
    piece = submission.find(exercise.name)
    worth = 0.0 if public else exercise.points  # those of hidden checks are among them, and cannot be earned here
    points, of = standing.points, standing.of or worth
    if piece is None:
        state, points = State.MISSING, 0.0
    elif piece.is_stub:
        state, points = State.NOT_STARTED, 0.0
    elif not standing.state:
        state, points = State.WRITTEN, 0.0
    elif standing.code != submission.fingerprint(exercise.name):
        state = State.CHANGED
    else:
        state = State.PASSED if standing.state == "passed" else State.TRIED
    return ExerciseStanding(number, exercise, state, points, of, piece.line if piece else 0)
