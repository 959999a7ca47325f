"""What stays while the checks of one exercise run: its workers, its clock, and what was found beside the checks' results."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import Any

from autograder.cache.training_cache import TrainingCache
from autograder.content.assignment import Assignment
from autograder.content.submission import Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core.shortcuts import NONE, Shortcut
from autograder.expectations.answer import Answer
from autograder.expectations.handed import File
from autograder.expectations.shown_values import count, written_arguments
from autograder.judging import attempts
from autograder.judging.call_record import CallRecord
from autograder.judging.proxies import FunctionConnection
from autograder.judging.session_process import SessionProcess
from autograder.sandbox.isolation import ProcessLimits as WorkerLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox.worker_handle import WorkerHandle

SMALL = 64  # numbers of an input that could be one that a message shows
SHORT_FILE = 4096  # bytes, for the same reason
MOST_SUSPICIONS = 10  # attempts noted of one exercise


@dataclass
class Spent:
    """Seconds that a submission needed: in the student's functions, in training the network, and in drawing its figures."""

    student: float = 0.0
    training: float = 0.0
    drawing: float = 0.0

    def add(self, request: dict[str, Any], reply: dict[str, Any], waited: float) -> None:
        """Adds what a worker says it spent on a request; never more than the time that we waited for it."""
        inside = _seconds(reply.get("seconds"), waited)
        if request["op"] in ("call", "row"):
            self.student += inside
            self.drawing += _seconds(reply.get("drawing"), waited - inside)
        elif request["op"] == "teach" or request.get("action") == "fit":
            self.training += inside


def _seconds(said: object, most: float) -> float:
    return min(said, most) if type(said) is float and said >= 0 else 0.0


@dataclass
class ExerciseFindings:
    """What judging an exercise has shown, beside the checks' results.

    Attributes:
        suspicions, fingerprints: see ``records.Report``; in order, each once.
        levels: of isolation, of the workers.
        spent: where the time went.
        waited: seconds until the libraries were there, which load once for all submissions.
        cut_short: the whole submission's time was over, so that on another day more might be found.
        shortcuts: by which work was saved.
    """

    suspicions: dict[str, None] = field(default_factory=dict)
    fingerprints: dict[str, None] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)
    spent: Spent = field(default_factory=Spent)
    waited: float = 0.0
    cut_short: bool = False
    shortcuts: set[Shortcut] = field(default_factory=set)


class Session:
    """One exercise of a submission being judged: its workers, its clock, and the settings of the check that is running.

    Args:
        seconds: that are left of the whole submission's time; all of it by default.
        without: shortcuts that are not taken.
    """

    def __init__(
        self,
        submission: Submission | SubmissionPart,
        assignment: Assignment,
        starters: Starters,
        trainings: TrainingCache,
        seconds: float | None = None,
        without: frozenset[Shortcut] = NONE,
    ) -> None:
        self.without = without
        self.submission = submission
        self.assignment = assignment
        self.starters = starters
        self.trainings = trainings
        self.secret = secrets.randbits(128)
        self.deadline = time.monotonic() + (assignment.limits.submission if seconds is None else seconds)
        self.seed = 0
        self.seconds = assignment.limits.call
        self.show_inputs = False
        self.found = ExerciseFindings()
        self.hidden_inputs: set[str] = set()  # the small ones, as text
        self.of_checks = True  # not a search for an input that may be shown
        self.output: list[str] = []
        self.last: Answer | None = None
        self.answers: list[Answer] = []  # of the function that is asked now; checks share them
        self.remarked: set[str] = set()  # in this exercise
        self.connections: dict[str, FunctionConnection] = {}
        self.process = SessionProcess(self)
        self.together: set[str] = set()  # functions that the exercise's checks call
        self.levels: set[str] = set()  # of isolation, of the workers so far
        self.record: CallRecord | None = None

    def connection(self, function: str) -> FunctionConnection:
        if function not in self.connections:
            libraries = self.assignment.exercise(function).libraries
            self.connections[function] = FunctionConnection(self, function, libraries)
        return self.connections[function]

    def put_off(self, seconds: float) -> None:
        """Takes seconds that are the machine's out of the submission's time."""
        self.deadline += seconds
        self.found.waited += seconds

    def start(self, modules: tuple[str, ...]) -> WorkerHandle:
        starter = self.starters.get(modules)
        self.put_off(starter.wait())  # that libraries load is not the student's time
        return starter.start(WorkerLimits(memory=self.assignment.limits.memory))

    def begin(self, seed: int, seconds: float, show_inputs: bool) -> None:
        """Settings for the next check."""
        self.seed, self.seconds, self.show_inputs = seed, seconds, show_inputs
        self.output, self.last = [], None

    def note_input(self, arguments: dict[str, Any]) -> None:
        """Takes note of a small input of a hidden check: a message may not show it."""
        if self.show_inputs or not self.of_checks:
            return
        values = list(arguments.values())
        long = any(isinstance(one, File) and len(one.content) > SHORT_FILE for one in values)
        if not long and count(values) <= SMALL:
            self.hidden_inputs.add(written_arguments(values))

    def take_remarks(self) -> list[str]:
        """What the check that just ran has to say about the answers it looked at; of an exercise, each thing once."""
        remarks = [remark for answer in self.answers for remark in answer.remarks if remark not in self.remarked]
        for answer in self.answers:
            answer.remarks.clear()
        self.remarked |= set(remarks)
        return list(dict.fromkeys(remarks))

    def take_measurements(self) -> dict[str, float]:
        """The numbers that the check that just ran has found."""
        found = {name: number for answer in self.answers for name, number in answer.measurements.items()}
        for answer in self.answers:
            answer.measurements.clear()
        return found

    def tried(self, function: str, phrases: object) -> None:
        """Takes note of what a worker says its code tried."""
        for what in phrases if isinstance(phrases, list) else ():
            if len(self.found.suspicions) < MOST_SUSPICIONS:
                self.found.suspicions[attempts.sentence(function, str(what))] = None

    def take_suspicions(self) -> None:
        """Keeps what checks found suspicious about the answers they share."""
        for answer in self.answers:
            self.found.suspicions |= dict.fromkeys(answer.suspicions)
            self.found.fingerprints |= dict.fromkeys(answer.fingerprints)

    def finish(self) -> ExerciseFindings:
        """An exercise is done: its workers end, so that the next one finds things as if it were the only one.

        Returns:
            What was found in it, beside the checks' results.
        """
        self.take_suspicions()
        self.close()
        found, self.found = self.found, ExerciseFindings()
        found.cut_short = time.monotonic() >= self.deadline
        return found

    def close(self) -> None:
        self.connections.clear()
        self.process.close()
        self.answers = []
        self.remarked = set()
