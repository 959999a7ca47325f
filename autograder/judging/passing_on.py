"""An answer of an earlier call as an argument of the next one: the very object where the worker has it, else an equal one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from autograder.core.languages import message
from autograder.core.records import LostReason
from autograder.expectations.answer import Answer, CallLost, Failure
from autograder.judging.model_answers import ModelAnswer
from autograder.judging.object_answers import ObjectAnswer
from autograder.judging.outgoing import Unsendable, is_plain, outgoing
from autograder.transport.wire import MAX_BODY, MAX_ITEMS, Described, ProtocolError, encode

if TYPE_CHECKING:
    from autograder.judging.session import Session

SHARE = 4  # so many values of a student's, each as large as can be, still make one message
MOST_HEADER = 2**20  # bytes of numbers and texts outside of arrays


def passed_on(answer: Answer, session: Session, function: str, words: str) -> object:
    """What a request says in place of an answer.

    Args:
        session: whose turn it is. function: the one that gets it; words: the call.

    Raises:
        Failure: the student's function gave something that cannot be passed on.
        CallLost: the object is gone with its process.
        Unsendable: it is about the page of another student, which is our fault.
        Exception: the earlier call has raised one.
    """
    if answer.error is not None:
        raise answer.error
    if isinstance(answer, ObjectAnswer):
        if answer.connection.session is not session:
            raise Unsendable(f"the check passes what {answer.call} gave when the page of another student was checked")
        if answer.worker is session.process.worker:
            return Described("kept", answer.type_name, answer.place)
    if is_plain(answer.value) and fits(answer.value):
        return outgoing(answer.value, _nothing_more)
    if isinstance(answer, ObjectAnswer) and answer.worker is not None and not is_plain(answer.value):
        last = session.process.last_loss
        reason = LostReason.MODEL_GONE if isinstance(answer, ModelAnswer) else LostReason.OBJECT_GONE
        raise CallLost(last.outcome if last else "crashed", words, last.detail if last else "", reason)
    text = message(
        "{call} gave a {type_name}, which cannot be passed to {function}: it can be read only once, or is too large.",
        call=answer.call, type_name=answer.type_name, function=function,
    )
    raise Failure(text, ("not kept", answer.type_name))


def _nothing_more(value: object) -> object:
    raise TypeError(f"a {type(value).__name__} inside of an answer")


def fits(value: object) -> bool:
    """Whether a student's value may be part of a request, beside others: what is too large is not our fault."""
    try:
        header, *buffers = encode([[[value]]])  # as deep as in a request
    except ProtocolError:
        return False
    if len(header) > MOST_HEADER or bytes(header).count(b"[") > MAX_ITEMS // SHARE:
        return False
    return sum(map(len, buffers)) <= MAX_BODY // SHARE
