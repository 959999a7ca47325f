"""Answers whose objects stay in the worker, to be passed to the next function of the same page."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from autograder.expectations.answer import Answer
from autograder.sandbox.worker_handle import WorkerHandle
from autograder.transport.wire import Described

if TYPE_CHECKING:
    from autograder.judging.proxies import FunctionConnection


@dataclass(frozen=True)
class ObjectAnswer(Answer):
    """An answer whose very object the worker keeps. A check passes it to the next function by passing the answer itself."""

    connection: FunctionConnection = field(kw_only=True)  # to the worker that holds it
    handle: int = -1
    worker: WorkerHandle | None = None


def before_call(given: object, sent: object) -> object:
    """An argument before a call, in the form in which the worker describes it afterwards."""
    if isinstance(given, Answer) and isinstance(sent, Described):
        return given.value
    return sent
