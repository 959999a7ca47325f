"""Answers whose objects stay in the worker, to be passed to the next function of the same page."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any

from autograder.expectations.answer import Answer
from autograder.sandbox.worker_handle import WorkerHandle
from autograder.transport.wire import Described

if TYPE_CHECKING:
    from autograder.judging.proxies import FunctionConnection


@dataclass(frozen=True)
class ObjectAnswer(Answer):
    """An answer whose very object the worker keeps. A check passes it to the next function by passing the answer itself.

    Attributes:
        connection: to the worker that holds it.
        handle: the object's number there; path: the keys that lead from it to this item of it.
    """

    connection: FunctionConnection = field(kw_only=True)
    handle: int = -1
    worker: WorkerHandle | None = None
    path: tuple[Any, ...] = ()

    @property
    def place(self) -> tuple[Any, ...]:
        """Where the worker finds it."""
        return (self.handle, *self.path)

    def part(self, key: Any, value: Any) -> Answer:
        one = super().part(key, value)
        if self.kind == "sequence":  # a set or a view: the object itself has no such item
            return Answer(**{each.name: getattr(one, each.name) for each in fields(Answer)})
        plain = {each.name: getattr(one, each.name) for each in fields(Answer)}
        return self.connection.object_answer(plain, self.handle, self.worker, (*self.path, key))


def before_call(given: object, sent: object) -> object:
    """An argument before a call, in the form in which the worker describes it afterwards."""
    if isinstance(given, Answer) and isinstance(sent, Described):
        return given.value
    if type(given) in (list, tuple) and isinstance(given, (list, tuple)) and isinstance(sent, (list, tuple)):
        return type(given)(before_call(*pair) for pair in zip(given, sent, strict=True))
    if type(given) is dict and isinstance(sent, dict):
        return {key: before_call(item, sent[key]) for key, item in given.items()}
    return sent
