"""Proxies: what a check calls in place of a student's function.

A proxy forwards the call to a worker, waits no longer than allowed, and returns an ``Answer`` of plain data. What
does not come back as an answer comes back as an exception (``expectations.answer``), an outcome of that one check.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from autograder.cache.training_cache import Plan, Trainings
from autograder.content.assignment import Assignment
from autograder.content.slicing import Slice, Submission
from autograder.content.submission_part import SubmissionPart
from autograder.core.records import LostReason
from autograder.expectations.answer import Answer, CallLost, NotStarted, NotThere, StudentError
from autograder.expectations.network import Network, Score
from autograder.sandbox.fork_server_handle import StartFailed
from autograder.sandbox.isolation import ProcessLimits as WorkerLimits
from autograder.sandbox.launcher import Starters
from autograder.sandbox.worker_handle import WorkerHandle, WorkerLost
from autograder.transport.wire import Described

MOST_SUSPICIONS = 10  # attempts noted of one exercise
MAX_LOST = 2  # workers an exercise may lose before its other checks are not tried any more
MOST_REMEMBERED = 2**20  # bytes of a question to a model
UNWRITTEN = (
    "The function also writes the file {file!r}. Where it is checked, this folder does not exist or is read-only, so "
    "nothing was saved. The answer still counts; just return it."
)
SHOWN_ITEMS = 8  # arrays up to this size are written out in messages


@dataclass(frozen=True)
class ModelAnswer(Answer):
    """An answer that is a model; the model itself stays in the worker and can be asked."""

    connection: FunctionConnection = field(kw_only=True)  # to the worker that holds it
    handle: int = -1
    worker: WorkerHandle | None = None

    def outputs(self, *batches: np.ndarray) -> list[np.ndarray]:
        """What the model gives for each batch of images, in inference mode: float32, unless it is a strange model."""
        request = {"action": "outputs", "batches": list(batches)}
        outputs: list[np.ndarray] = self.connection.ask_model(self, request, "its outputs")
        return outputs

    def outputs_with(self, batches: list[np.ndarray], weights: list[np.ndarray]) -> list[np.ndarray]:
        """What the model would give if these were its trainable weights."""
        request = {"action": "outputs_with", "batches": list(batches), "weights": list(weights)}
        outputs: list[np.ndarray] = self.connection.ask_model(self, request, "its outputs with other weights")
        return outputs

    def score(self, images: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
        """``{"loss": float, "metrics": {name: float}}`` by the model's own compile settings."""
        request = {"action": "score", "images": images, "labels": labels}
        score: dict[str, Any] = self.connection.ask_model(self, request, "its loss")
        return score

    def fit(self, images: np.ndarray, labels: np.ndarray, epochs: int, batch_size: int) -> dict[str, Any]:
        """Trains the model by the judge's protocol, if half of its time is enough; see ``values.keras.training.fit``."""
        settings = {"epochs": epochs, "batch_size": batch_size, "most_seconds": self.connection.session.seconds / 2}
        request = {"action": "fit", "images": images, "labels": labels, **settings}
        found: dict[str, Any] = self.connection.ask_model(self, request, "training it")
        return found

    def steps(self, batches: list[tuple[np.ndarray, np.ndarray]], weights: list[np.ndarray]) -> dict[str, Any]:
        """What a step of training for each batch (images, labels) comes to, see ``values.keras.models.steps``."""
        request = {"action": "steps", "batches": list(batches), "weights": list(weights)}
        found: dict[str, Any] = self.connection.ask_model(self, request, "a step of training it")
        return found

    def moves(self, slopes: list[list[np.ndarray]]) -> list[list[np.ndarray]]:
        """How far its optimizer moves the weights for each set of gradients, see ``values.keras.models.moves``."""
        request = {"action": "moves", "slopes": slopes}
        moves: list[list[np.ndarray]] = self.connection.ask_model(self, request, "a move of its optimizer")
        return moves

    def drawing(self) -> np.random.Generator:
        """Random numbers that nobody who wrote the submission can know: the report's seed is told, these are not."""
        return np.random.default_rng([self.connection.session.secret, self.handle])

    def score_after(self, network: Network, plan: dict[str, Any], exam: tuple[np.ndarray, np.ndarray]) -> Score:
        """How well a network like this one reads when it is trained, from ``training_cache``.

        Args:
            network: what this model is, confirmed by numbers. plan: ``images``, ``labels``, ``epochs``, ``batch_size``.
        """
        session = self.connection.session
        whole = Plan(**plan, seed=session.seed)

        def train(one: Network, how: Plan) -> Network:
            return train_apart(one, how, session, self.connection.libraries)

        return session.trainings.score(network, whole, exam, train, lasting="none" not in session.levels)

    def state(self) -> dict[str, Any]:
        """The model as it is now: see ``values.keras.models.describe_model``."""
        state: dict[str, Any] = self.connection.ask_model(self, {"action": "describe"}, "its layers")
        return state


class FunctionConnection:
    """One function of one submission, and the worker that answers for it."""

    def __init__(self, session: Session, function: str, libraries: tuple[str, ...]) -> None:
        self.session = session
        self.function = function
        self.libraries = libraries
        self.piece = session.submission.find(function)
        self.worker: WorkerHandle | None = None
        self.lost: list[CallLost] = []
        self.remembered: dict[tuple[Any, ...], object] = {}  # what models said since the last call or training

    @property
    def code(self) -> Slice:
        """The function's part of the page. Whoever asks has made sure that it is there."""
        assert self.piece is not None
        return self.piece

    def call(self, arguments: dict[str, Any]) -> Answer:
        words = self._words(arguments)
        self._check_there()
        sent = self._ordered({name: _sendable(value, self) for name, value in arguments.items()})
        reply = self._ask({"op": "call", "function": self.function, "arguments": sent}, words)
        return self._answer(words, sent, reply)

    def call_in_a_row(self, rows: list[dict[str, Any]]) -> list[Answer]:
        """The answers to several calls that stand in one cell, so that figures stay open from one to the next."""
        self._check_there()
        words = self._words(rows[0])
        sent = [self._ordered({name: _sendable(value, self) for name, value in row.items()}) for row in rows]
        reply = self._ask({"op": "row", "function": self.function, "rows": sent}, words)
        answers = []
        for place, (row, one, first) in enumerate(zip(sent, reply["value"], reply["same"], strict=True)):
            again = ", called again in the same cell," if place else ""
            whole = {**reply, **one}
            if one["status"] == "raised":
                answers.append(Answer(words + again, None, error=StudentError(words, whole, self.code)))
            else:
                fields = self._fields(words + again, row, whole)
                answers.append(Answer(**fields, same_as=first if first < place else None))
        self.session.last = answers[0]
        self.session.answers += answers
        return answers

    def _ordered(self, arguments: dict[str, Any]) -> dict[str, Any]:
        """Arguments in the order in which the function names them: the worker calls it by their order."""
        if in_other_order(self.code.parameters, list(arguments)):
            return {name: arguments[name] for name in self.code.parameters}
        return arguments

    def _check_there(self) -> None:
        if self.piece is None:
            raise NotThere(self.session.submission.missing(self.function))
        if self.piece.is_stub:
            raise NotStarted(self.function)

    def ask_model(self, model: ModelAnswer, request: dict[str, Any], what: str) -> Any:
        """Asks the worker something of a model that it holds. Raises like a call.

        Several checks ask the same: as long as nothing but questions came between, the answer is remembered.
        """
        words = f"{what}, of the model from {model.call},"
        whole = {"op": "model", "handle": model.handle, **request}
        if self.worker is not model.worker and self.lost:
            last = self.lost[-1]
            raise CallLost(last.outcome, words, last.detail, LostReason.MODEL_GONE)
        key = _remembered_as(whole)
        if key is None:
            return self._ask(whole, words)["value"]
        if key not in self.remembered:
            self.remembered[key] = self._ask(whole, words)["value"]
        return self.remembered[key]

    def close(self) -> None:
        if self.worker is not None:
            self.worker.close()
            self.worker = None

    def _ask(self, request: dict[str, Any], words: str) -> dict[str, Any]:
        session = self.session
        if request["op"] in ("call", "row") or request.get("action") == "fit":
            self.remembered.clear()
        if len(self.lost) >= MAX_LOST:
            last = self.lost[-1]
            raise CallLost(last.outcome, words, last.detail, LostReason.NOT_TRIED_AGAIN)
        left = session.deadline - time.monotonic()
        if left <= 0:
            allowed = f"{session.assignment.limits.submission:g}"
            raise CallLost("timeout", words, allowed, LostReason.SUBMISSION_TIME)
        try:
            if self.worker is None or not self.worker.alive:
                self._start(min(left, session.assignment.limits.load))
            started = time.monotonic()
            seconds = session.seconds * len(request.get("rows", "1"))  # each call has its own
            reply = self._ask_worker({**request, "seed": session.seed}, min(left, seconds))
        except WorkerLost as error:
            self.worker = None
            lost = CallLost(error.outcome, words, error.detail, error.reason)
            self.lost.append(lost)
            raise lost from None
        session.output.append(str(reply.get("output", "")))
        session.tried(self.function, reply.get("attempts"))
        session.found.spent.add(request, reply, time.monotonic() - started)
        if reply["status"] == "raised":
            raise StudentError(words, reply, self.code)
        return reply

    def _ask_worker(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        """Asks the worker. What the machine takes from it is not taken from the submission's time."""
        worker = self.worker
        assert worker is not None
        added = worker.added
        try:
            return worker.ask(request, seconds)
        finally:
            self.session.put_off(worker.added - added)

    def _start(self, seconds: float) -> None:
        """A fresh worker with the function's definitions run in it."""
        session = self.session
        heavy = {"keras", "tensorflow"} & self.code.imports
        self.worker = session.start(self.libraries + (("keras",) if heavy and "keras" not in self.libraries else ()))
        session.levels.add(self.worker.level)
        session.found.levels.add(self.worker.level)
        reply = self._ask_worker({"op": "load", "cells": self.code.cells, "seed": session.seed}, seconds)
        session.output.append(str(reply.get("output", "")))
        if reply["status"] == "raised":
            self.worker.close()
            raise StudentError("", reply, self.code)

    def _answer(self, words: str, sent: dict[str, Any], reply: dict[str, Any]) -> Answer:
        fields = self._fields(words, sent, reply)
        self.session.last = Answer(**fields)
        if reply["handle"] is not None:
            self.session.last = ModelAnswer(**fields, connection=self, handle=reply["handle"], worker=self.worker)
        self.session.answers.append(self.session.last)
        return self.session.last

    def _fields(self, words: str, sent: dict[str, Any], reply: dict[str, Any]) -> dict[str, Any]:
        """What a reply says of one call, as fields of an ``Answer``."""
        after = reply["arguments"]
        unwritten = list(dict.fromkeys(reply["unwritten"]))
        return {
            "call": words,
            "value": reply["value"],
            "changed": tuple(
                name for name in after if isinstance(sent[name], np.ndarray) and not _same(sent[name], after[name])
            ),
            "arguments": after,
            "shown": tuple(reply["shown"]),
            "figures": reply["figures"],
            "warnings": tuple(reply["warnings"]),
            "output": reply["output"],
            "remarks": [UNWRITTEN.format(file=file) for file in unwritten[:1]],
        }

    def _words(self, arguments: dict[str, Any]) -> str:
        """``normalize([[[0, 255]]])`` where students may see the input, ``normalize(images)`` where they may not."""
        show = self.session.show_inputs
        texts = [_literal(value) if show and _literal(value) else name for name, value in arguments.items()]
        return f"{self.function}({', '.join(texts)})"


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
    """

    suspicions: dict[str, None] = field(default_factory=dict)
    fingerprints: dict[str, None] = field(default_factory=dict)
    levels: set[str] = field(default_factory=set)
    spent: Spent = field(default_factory=Spent)
    waited: float = 0.0
    cut_short: bool = False


class Session:
    """One exercise of a submission being judged: its workers, its clock, and the settings of the check that is running.

    Args:
        seconds: that are left of the whole submission's time; all of it by default.
    """

    def __init__(
        self,
        submission: Submission | SubmissionPart,
        assignment: Assignment,
        parameters: dict[str, list[str]],
        starters: Starters,
        trainings: Trainings,
        seconds: float | None = None,
    ) -> None:
        self.submission = submission
        self.assignment = assignment
        self.parameters = parameters
        self.starters = starters
        self.trainings = trainings
        self.secret = secrets.randbits(128)
        self.deadline = time.monotonic() + (assignment.limits.submission if seconds is None else seconds)
        self.seed = 0
        self.seconds = assignment.limits.call
        self.show_inputs = False
        self.found = ExerciseFindings()
        self.output: list[str] = []
        self.last: Answer | None = None
        self.answers: list[Answer] = []  # of the function that is asked now; checks share them
        self.remarked: set[str] = set()  # in this exercise
        self.connections: dict[str, FunctionConnection] = {}
        self.levels: set[str] = set()  # of isolation, of the workers so far

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

    def take_remarks(self) -> list[str]:
        """What the check that just ran wants to tell about the answers it looked at; of an exercise, each thing once."""
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

    def tried(self, function: str, attempts: object) -> None:
        """Takes note of what a worker says its code tried."""
        for what in attempts if isinstance(attempts, list) else ():
            if len(self.found.suspicions) < MOST_SUSPICIONS:
                self.found.suspicions[f"{function} tried {str(what)[:300]}."] = None

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
        while self.connections:
            self.connections.popitem()[1].close()
        self.answers = []
        self.remarked = set()


class FunctionProxy:
    """Looks like the student's function to a check.

    Args:
        session: whose turn it is; read at each call, since one collection of checks judges many submissions.
    """

    def __init__(self, current: Callable[[], Session], function: str) -> None:
        self._current = current
        self.__name__ = function

    def __call__(self, *values: object, **named: object) -> Answer:
        session = self._current()
        return session.connection(self.__name__).call(self._arguments(session, values, named))

    def in_a_row(self, *calls: tuple[Any, ...]) -> list[Answer]:
        """Calls the function several times as one cell of a page does, nothing closed between.

        Args:
            calls: the arguments of each call, in order.
        """
        session = self._current()
        return session.connection(self.__name__).call_in_a_row([self._arguments(session, values, {}) for values in calls])

    def _arguments(self, session: Session, values: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        parameters = session.parameters[self.__name__]
        arguments = dict(zip(parameters, values, strict=False)) | named
        if len(values) > len(parameters) or set(arguments) != set(parameters):
            raise TypeError(f"the check calls {self.__name__} with the wrong arguments")
        return arguments


def in_other_order(parameters: Collection[str], wanted: Collection[str]) -> bool:
    """Whether a function has the parameters that are wanted, by name, in another order."""
    return list(parameters) != list(wanted) and sorted(parameters) == sorted(wanted)


def train_apart(network: Network, plan: Plan, session: Session, libraries: tuple[str, ...]) -> Network:
    """Trains a network in a worker that holds no student's code. Returns it with the weights it has then.

    The worker stays, with the lessons and what Keras has traced: the next network starts from the same state, and comes
    to the same bits, as in a fresh one.

    Raises:
        StartFailed: the training did not come to its end; the student has no part in it.
    """
    limits = WorkerLimits(memory=session.assignment.limits.memory)
    worker = session.starters.own_worker(libraries, limits, plan.images)
    request = {"op": "teach", "network": network.to_wire(), "epochs": plan.epochs, "batch_size": plan.batch_size}
    try:
        if worker.lessons != plan.lessons:
            images: np.ndarray | Described = plan.images
            if worker.memory:
                images = Described("memory", plan.images.dtype.str, plan.images.shape)
            worker.ask({"op": "lessons", "images": images, "labels": plan.labels, "seed": 0}, session.seconds)
            worker.lessons = plan.lessons
        started = time.monotonic()
        reply = worker.ask({**request, "seed": plan.seed}, session.seconds)
        session.found.spent.add(request, reply, time.monotonic() - started)
        return network.with_weights(reply["value"])
    except (WorkerLost, KeyError, TypeError, ValueError) as error:
        worker.close()
        raise StartFailed(f"the judge's own training failed: {error}") from error


def _remembered_as(request: dict[str, Any]) -> tuple[Any, ...] | None:
    """A key for a question to a model that changes nothing; None where it may, or is a long one."""
    if request["action"] not in ("outputs", "score"):
        return None
    arrays = request["batches"] if request["action"] == "outputs" else [request["images"], request["labels"]]
    if sum(one.nbytes for one in arrays) > MOST_REMEMBERED:
        return None
    return request["action"], request["handle"], *((one.dtype.str, one.shape, one.tobytes()) for one in arrays)


def _sendable(value: object, connection: FunctionConnection) -> object:
    if isinstance(value, Network):
        return value.to_wire()
    if isinstance(value, ModelAnswer):
        if value.connection is not connection:
            raise TypeError("a model can only go to the function that made it")
        return Described("kept", value.type_name, value.handle)
    return value


def _same(before: np.ndarray, after: object) -> bool:
    return (
        isinstance(after, np.ndarray)
        and before.dtype == after.dtype
        and before.shape == after.shape
        and before.tobytes() == after.tobytes()
    )


def _literal(value: object) -> str:
    if isinstance(value, np.ndarray) and 0 < value.size <= SHOWN_ITEMS:
        return str(value.tolist())
    if isinstance(value, np.ndarray) and value.size == 0:
        return "an empty array"
    return repr(value) if type(value) in (int, float, bool) else ""
