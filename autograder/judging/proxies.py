"""Proxies: what a check calls in place of a student's function.

A proxy forwards the call to a worker, waits no longer than allowed, and returns an ``Answer`` of plain data. What
does not come back as an answer comes back as an exception (``expectations.answer``), an outcome of that one check.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from autograder.content.slicing import Slice
from autograder.core.languages import message
from autograder.core.records import LostReason
from autograder.expectations.answer import Answer, CallLost, NotStarted, NotThere, StudentError
from autograder.expectations.handed import MAX_FILE, File
from autograder.judging import same_values
from autograder.judging.call_arguments import by_name, in_other_order
from autograder.judging.call_signs import hash_of
from autograder.judging.call_words import call_words
from autograder.judging.model_answers import ModelAnswer, remembered_as
from autograder.judging.object_answers import ObjectAnswer, before_call
from autograder.judging.outgoing import Unsendable, outgoing
from autograder.judging.passing_on import passed_on
from autograder.judging.printed_values import printed_values
from autograder.sandbox.worker_handle import WorkerHandle, WorkerLost
from autograder.transport.wire import Described, ProtocolError

if TYPE_CHECKING:
    from autograder.judging.session import Session

Lost = TypeVar("Lost", NotThere, NotStarted, StudentError, CallLost)

MAX_LOST = 2  # workers an exercise may lose before its other checks are not tried any more
OF_A_MODEL = {LostReason.TIME: LostReason.MODEL_TIME, LostReason.MEMORY: LostReason.MODEL_MEMORY}
UNWRITTEN = message(
    "The function also writes the file {file}. Where it is checked, this folder does not exist or is read-only, so nothing was saved. The answer still counts; just return it."
)


class FunctionConnection:
    """One function of one submission, which lives in the worker of the session."""

    def __init__(self, session: Session, function: str, libraries: tuple[str, ...]) -> None:
        self.session = session
        self.function = function
        self.libraries = libraries
        self.piece = session.submission.find(function)
        self.lost: list[CallLost] = []
        self.remembered: dict[tuple[Any, ...], object] = {}  # what models said since the last call or training

    @property
    def code(self) -> Slice:
        """The function's part of the page. Whoever asks has made sure that it is there."""
        assert self.piece is not None
        return self.piece

    @property
    def worker(self) -> WorkerHandle | None:
        return self.session.process.worker

    def begin(self) -> None:
        """Starts the worker and runs the definitions, so that the next call waits for nothing but the function."""
        self._check_there()
        self._begin(self.function)

    def call(self, arguments: dict[str, Any]) -> Answer:
        words = call_words(self.function, arguments, self.session.show_inputs)
        self._check_there()
        self._begin(words)
        sent = self.sent(arguments, words)
        reply = self._ask({"op": "call", "function": self.function, "arguments": sent}, words)
        fields = self._fields(words, arguments, sent, reply)
        self.session.last = self._answer(fields, reply)
        self.session.answers.append(self.session.last)
        return self.session.last

    def call_sent(self, sent: dict[str, Any]) -> Answer:
        """The answer to a call whose arguments are plain data already."""
        self._check_there()
        reply = self._ask({"op": "call", "function": self.function, "arguments": self._ordered(sent)}, self.function)
        return self._answer(self._fields(self.function, sent, sent, reply), reply)

    def call_in_a_row(self, rows: list[dict[str, Any]]) -> list[Answer]:
        """The answers to several calls that are in one cell, so that figures stay open from one to the next."""
        words = call_words(self.function, rows[0], self.session.show_inputs)
        self._check_there()
        self._begin(words)
        sent = [self.sent(row, words) for row in rows]
        reply = self._ask({"op": "row", "function": self.function, "rows": sent}, words)
        answers = []
        for place, (given, row, one, first) in enumerate(zip(rows, sent, reply["value"], reply["same"], strict=True)):
            called = message("{call}, called again in the same cell,", call=words) if place else words
            whole = {**reply, **one}
            if one["status"] == "raised":
                answers.append(Answer(called, None, error=self._student_error(words, whole)))
            else:
                fields = self._fields(called, given, row, whole)
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
            raise of_function(NotThere(self.session.submission.missing(self.function)), self.function)
        if self.piece.is_stub:
            raise of_function(NotStarted(self.function), self.function)

    def _student_error(self, words: str, reply: dict[str, Any]) -> StudentError:
        return of_function(StudentError(words, reply, self.code), self.function)

    def sent(self, arguments: dict[str, Any], words: str) -> dict[str, Any]:
        """Arguments as plain data. What cannot be sent is our fault, and nothing is lost by it."""
        files: list[int] = []
        self.session.note_input(arguments)

        def pass_on(value: Answer | File) -> object:
            if not isinstance(value, File):
                return passed_on(value, self.session, self.function, words)
            files.append(len(value.content))
            if sum(files) > MAX_FILE:
                raise Unsendable(f"the files of one call have {sum(files):,} bytes; they may have {MAX_FILE:,}")
            return self.session.process.file(value)

        try:
            return self._ordered({name: outgoing(value, pass_on) for name, value in arguments.items()})
        except CallLost as lost:
            raise self._lost(lost) from None
        except WorkerLost as error:
            raise self._lose(error, words) from None

    def _lost(self, lost: CallLost) -> CallLost:
        return of_function(lost, self.function)

    def ask_model(self, model: ModelAnswer, request: dict[str, Any], what: str) -> Any:
        """Asks the worker something of a model that it holds. Raises like a call.

        Several checks ask the same: as long as nothing but questions came between, the answer is remembered.
        """
        words = message("{what}, of the model from {call},", what=what, call=model.call)
        whole = {"op": "model", "handle": model.place, **request}
        last = self.session.process.last_loss
        if self.worker is not model.worker:
            how = (last.outcome, last.detail) if last is not None else ("crashed", "")
            raise self._lost(CallLost(how[0], words, how[1], LostReason.MODEL_GONE))
        key = None if self.session.without else remembered_as(whole)
        if key is not None and key in self.remembered:
            return self.remembered[key]
        try:
            found = self._ask(whole, words)["value"]
        except CallLost as lost:
            reason = OF_A_MODEL.get(lost.reason, lost.reason)
            raise self._lost(CallLost(lost.outcome, words, lost.detail, reason)) from None
        if key is not None:
            self.remembered[key] = found
        return found

    def _ask(self, request: dict[str, Any], words: str) -> dict[str, Any]:
        session = self.session
        if request["op"] in ("call", "row") or request.get("action") == "fit":
            self.remembered.clear()
        left = self._begin(words)
        try:
            started = time.monotonic()
            seconds = session.seconds * len(request.get("rows", "1"))  # each call has its own
            reply = session.process.ask({**request, "seed": session.seed}, min(left, seconds))
        except WorkerLost as error:
            raise self._lose(error, words) from None
        except ProtocolError as error:
            raise Unsendable(f"{words} cannot be asked: {error}") from None
        session.output.append(str(reply.get("output", "")))
        session.tried(self.function, reply.get("attempts"))
        session.found.spent.add(request, reply, time.monotonic() - started)
        if reply["status"] == "raised":
            raise self._student_error(words, reply)
        return reply

    def _begin(self, words: str) -> float:
        """Makes sure that there is a worker with the function's definitions. Gives the seconds that are left."""
        session = self.session
        if len(self.lost) >= MAX_LOST:
            last = self.lost[-1]
            raise self._lost(CallLost(last.outcome, words, last.detail, LostReason.NOT_TRIED_AGAIN))
        left = session.deadline - time.monotonic()
        if left <= 0:
            allowed = f"{session.assignment.limits.submission:g}"
            raise self._lost(CallLost("timeout", words, allowed, LostReason.SUBMISSION_TIME))
        try:
            reply = session.process.prepare(self.code, self._libraries(), min(left, session.assignment.limits.load))
        except WorkerLost as error:
            raise self._lose(error, words) from None
        if reply is not None:
            session.output.append(str(reply.get("output", "")))
            if reply["status"] == "raised":
                raise self._student_error("", reply)
        return left

    def _lose(self, error: WorkerLost, words: str) -> CallLost:
        lost = self._lost(CallLost(error.outcome, words, error.detail, error.reason))
        self.lost.append(lost)
        self.session.process.lose(lost)
        return lost

    def _libraries(self) -> tuple[str, ...]:
        """Those of this function, and of the others that the exercise's checks call: they share the worker."""
        others = [self.session.assignment.exercise(name).libraries for name in sorted(self.session.together)]
        return tuple(dict.fromkeys([*self.libraries, *(one for each in others for one in each)]))

    def _answer(self, fields: dict[str, Any], reply: dict[str, Any]) -> Answer:
        return Answer(**fields) if reply["handle"] is None else self.object_answer(fields, reply["handle"], self.worker)

    def object_answer(
        self, fields: dict[str, Any], handle: int, worker: WorkerHandle | None, path: tuple[Any, ...] = ()
    ) -> ObjectAnswer:
        """An answer whose object stays in the worker; if it is a model, it can be asked."""
        kind = ModelAnswer if isinstance(fields["value"], Described) and fields["value"].kind == "model" else ObjectAnswer
        return kind(**fields, connection=self, handle=handle, worker=worker, path=path)

    def _fields(self, words: str, given: dict[str, Any], sent: dict[str, Any], reply: dict[str, Any]) -> dict[str, Any]:
        """What a reply says of one call, as fields of an ``Answer``."""
        after = reply["arguments"]
        unwritten = list(dict.fromkeys(reply["unwritten"]))
        changes = {name: same_values.difference(before_call(given[name], sent[name]), after[name]) for name in after}
        return {
            "call": words,
            "value": reply["value"],
            "changed": tuple(name for name, words in changes.items() if words),
            "changes": {name: words for name, words in changes.items() if words},
            "arguments": after,
            "handed": {name: hash_of(value) for name, value in sent.items()},
            "shown": tuple(reply["shown"]),
            "figures": reply["figures"],
            "warnings": tuple(reply["warnings"]),
            "output": printed_values(reply["output"], self.code, sent.values()) if reply["value"] is None else reply["output"],
            "shared_random": tuple(reply["shared_random"]),
            "remarks": [UNWRITTEN.having(file=repr(file)) for file in unwritten[:1]],
        }


class FunctionProxy:
    """Looks like the student's function to a check.

    Args:
        session: whose turn it is; read at each call, since one collection of checks judges many submissions.
    """

    def __init__(self, current: Callable[[], Session], function: str) -> None:
        self._current = current
        self.__name__ = function

    def __call__(self, *values: object, **named: object) -> Answer:
        arguments = self._arguments(self._current(), values, named)
        return self._noted([arguments], lambda one: [one.call(arguments)])[0]

    def attempt(self, *values: object, **named: object) -> Answer:
        """Calls the function where an exception may be right: ``expect(root.attempt(-1)).raises(ValueError)``."""
        try:
            return self(*values, **named)
        except StudentError as error:
            if error.function != self.__name__ or not error.call:
                raise
            return Answer(error.call, None, error=error)

    def in_a_row(self, *calls: tuple[Any, ...]) -> list[Answer]:
        """Calls the function several times as one cell of a page does, nothing closed between.

        Args:
            calls: the arguments of each call, in order.
        """
        rows = [self._arguments(self._current(), values, {}) for values in calls]
        return self._noted(rows, lambda one: one.call_in_a_row(rows))

    def _noted(self, rows: list[dict[str, Any]], call: Callable[[FunctionConnection], list[Answer]]) -> list[Answer]:
        one = (session := self._current()).connection(self.__name__)
        return call(one) if session.record is None else session.record.of(self.__name__, rows, session.seed, lambda: call(one))

    def _arguments(self, session: Session, values: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any]:
        name, assignment = self.__name__, session.assignment
        return by_name(name, values, named, assignment.parameters[name], assignment.optional[name])


def of_function(error: Lost, function: str) -> Lost:
    """Says of an exception which function it is about: a check may call several."""
    error.function = function
    return error
