"""Proxies: what a check calls in place of a student's function.

A proxy forwards the call to a worker, waits no longer than allowed, and returns an ``Answer`` of plain data. What
does not come back as an answer comes back as an exception (``expectations.answer``), an outcome of that one check.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any

import numpy as np

from autograder.content.slicing import Slice
from autograder.core import libraries
from autograder.core.records import LostReason
from autograder.expectations.answer import Answer, CallLost, NotStarted, NotThere, StudentError
from autograder.expectations.network import Network
from autograder.judging.model_answers import ModelAnswer
from autograder.sandbox.worker_handle import WorkerHandle, WorkerLost
from autograder.transport.wire import Described

if TYPE_CHECKING:
    from autograder.judging.session import Session

MAX_LOST = 2  # workers an exercise may lose before its other checks are not tried any more
OF_A_MODEL = {LostReason.TIME: LostReason.MODEL_TIME, LostReason.MEMORY: LostReason.MODEL_MEMORY}
MOST_REMEMBERED = 2**20  # bytes of a question to a model
UNWRITTEN = (
    "The function also writes the file {file!r}. Where it is checked, this folder does not exist or is read-only, so "
    "nothing was saved. The answer still counts; just return it."
)
SHOWN_ITEMS = 8  # arrays up to this size are written out in messages


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
        """The answers to several calls that are in one cell, so that figures stay open from one to the next."""
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
        if key is not None and key in self.remembered:
            return self.remembered[key]
        try:
            found = self._ask(whole, words)["value"]
        except CallLost as lost:
            raise CallLost(lost.outcome, words, lost.detail, OF_A_MODEL.get(lost.reason, lost.reason)) from None
        if key is not None:
            self.remembered[key] = found
        return found

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
        self.worker = session.start(libraries.with_heavy(self.libraries, self.code.imports))
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
        parameters = session.assignment.parameters[self.__name__]
        arguments = dict(zip(parameters, values, strict=False)) | named
        if len(values) > len(parameters) or set(arguments) != set(parameters):
            raise TypeError(f"the check calls {self.__name__} with the wrong arguments")
        return arguments


def in_other_order(parameters: Collection[str], wanted: Collection[str]) -> bool:
    """Whether a function has the parameters that are wanted, by name, in another order."""
    return list(parameters) != list(wanted) and sorted(parameters) == sorted(wanted)


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
