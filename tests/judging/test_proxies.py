"""What a proxy asks a worker, and what becomes of a question that has no answer.

What a model has said is remembered, as long as nothing that could change it came between.
"""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.core.records import LostReason
from autograder.expectations.answer import CallLost, NotStarted, NotThere, StudentError
from autograder.judging import proxies
from autograder.judging.outgoing import Unsendable
from autograder.judging.proxies import FunctionConnection, FunctionProxy
from autograder.sandbox.worker_handle import WorkerLost
from autograder.transport.wire import ProtocolError

ROWS = np.zeros((2, 3), np.float32)
QUESTION = {"action": "outputs", "batches": [ROWS]}


@pytest.fixture
def asked():
    return []


@pytest.fixture
def connection(asked):
    """To a worker that answers with the number of the question."""

    def ask(request, _seconds):
        asked.append(request.get("action", request["op"]))
        return {"status": "ok", "value": len(asked)}

    limits = SimpleNamespace(load=10, submission=60)
    session = SimpleNamespace(
        without=frozenset(),
        submission=SimpleNamespace(find=lambda _name: object()),
        process=SimpleNamespace(worker="worker", last_loss=None, prepare=lambda *_given: None, ask=ask, lose=lambda _lost: None),
        assignment=SimpleNamespace(limits=limits, exercise=lambda _name: SimpleNamespace(libraries=())),
        found=SimpleNamespace(spent=SimpleNamespace(add=lambda *_given: None)),
        tried=lambda *_given: None,
        deadline=float("inf"), seconds=5, seed=1, output=[], together=set(),
    )  # fmt: skip
    return FunctionConnection(session, "train", ())


@pytest.fixture
def model():
    return SimpleNamespace(call="build_model()", place=(0,), worker="worker")


def test_the_same_question_is_asked_once(connection, model, asked):
    assert [connection.ask_model(model, QUESTION, "asking") for _ in range(3)] == [1, 1, 1]
    other = QUESTION | {"batches": [ROWS + 1]}
    assert connection.ask_model(model, other, "asking") == 2 and connection.ask_model(model, QUESTION, "asking") == 1
    assert asked == ["outputs", "outputs"]


@pytest.mark.parametrize(
    ("last", "told"),
    [(None, ("crashed", "")), (CallLost("memory", "f()", "4", LostReason.MEMORY), ("memory", "4"))],
    ids=["it is not known how", "it is known how"],
)
def test_a_model_whose_worker_has_ended_is_not_asked(connection, model, asked, last, told):
    model.worker = "the one before"
    connection.session.process.last_loss = last
    with pytest.raises(CallLost) as lost:
        connection.ask_model(model, QUESTION, "asking")
    assert (lost.value.outcome, lost.value.detail) == told and lost.value.reason is LostReason.MODEL_GONE
    assert "the model from build_model()" in lost.value.call and lost.value.function == "train" and asked == []


@pytest.mark.parametrize("between", [{"op": "call"}, {"op": "row", "rows": [{}]}, {"op": "model", "action": "fit"}], ids=str)
def test_after_a_call_or_a_training_a_model_is_asked_again(connection, model, between):
    """The page's function may have trained it: what it said before is no longer true."""
    assert connection.ask_model(model, QUESTION, "asking") == 1
    connection._ask(between, "between")
    assert connection.ask_model(model, QUESTION, "asking") == 3


def test_a_function_that_was_stopped_twice_is_not_tried_again(connection, asked):
    """The result of what is not tried is that of the last call that was."""
    ends = iter([("memory", "4", LostReason.MEMORY), ("timeout", "10", LostReason.TIME)])

    def end(_request, _seconds):
        asked.append("call")
        raise WorkerLost(*next(ends))

    connection.session.process.ask = end
    found = []
    for _ in range(4):
        with pytest.raises(CallLost) as lost:
            connection._ask({"op": "call"}, "train()")
        found.append((lost.value.outcome, lost.value.detail, lost.value.reason))
    not_tried = ("timeout", "10", LostReason.NOT_TRIED_AGAIN)
    assert found == [("memory", "4", LostReason.MEMORY), ("timeout", "10", LostReason.TIME), not_tried, not_tried]
    assert len(asked) == 2


@pytest.mark.parametrize("begins", [lambda one: one.begin(), lambda one: one.call({}), lambda one: one.call_in_a_row([{}])], ids=["begin", "call", "row"])
def test_a_function_that_is_not_there_or_not_written_is_not_called(connection, asked, begins):
    """Also one that a check of another exercise calls."""
    connection.session.show_inputs = True
    connection.session.submission.missing = lambda name: f"there is no {name}"
    for piece, error in ((None, NotThere), (SimpleNamespace(is_stub=True), NotStarted)):
        connection.piece = piece
        with pytest.raises(error, match="train") as raised:
            begins(connection)
        assert raised.value.function == "train" and asked == []


@pytest.fixture
def now(monkeypatch):
    """The time stands still."""
    monkeypatch.setattr(proxies, "time", SimpleNamespace(monotonic=lambda: 100.0))
    return 100.0


def test_no_call_begins_after_the_submissions_time(connection, asked, now):
    connection.session.deadline = now
    with pytest.raises(CallLost) as lost:
        connection._ask({"op": "call"}, "train()")
    assert (lost.value.outcome, lost.value.detail, lost.value.reason) == ("timeout", "60", LostReason.SUBMISSION_TIME)
    assert asked == []
    connection.session.deadline = now + 0.5
    connection._ask({"op": "call"}, "train()")
    assert asked == ["call"]


def test_what_the_definitions_raise_is_not_an_error_of_a_call(connection, asked):
    reply = {"status": "raised", "type": "ValueError", "message": "no", "output": "read"}
    connection.session.process.prepare = lambda *_given: reply
    with pytest.raises(StudentError) as raised:
        connection._ask({"op": "call"}, "train()")
    assert (raised.value.call, raised.value.function, raised.value.reply) == ("", "train", reply)
    assert (connection.session.output, asked) == (["read"], [])
    connection.session.process.prepare = lambda *_given: {"status": "ok", "output": "read again"}
    connection._ask({"op": "call"}, "train()")
    assert (connection.session.output[:2], asked) == (["read", "read again"], ["call"])


def test_definitions_that_end_the_worker_count_as_a_call_that_does(connection, asked):
    def end(*_given):
        raise WorkerLost("crashed", "exit code 1", LostReason.ENDED)

    connection.session.process.prepare = end
    for _ in range(2):
        with pytest.raises(CallLost) as lost:
            connection._ask({"op": "call"}, "train()")
        assert (lost.value.outcome, lost.value.call, lost.value.detail) == ("crashed", "train()", "exit code 1")
    with pytest.raises(CallLost) as lost:
        connection._ask({"op": "call"}, "train()")
    assert lost.value.reason is LostReason.NOT_TRIED_AGAIN and asked == []


@pytest.mark.parametrize(
    ("asked_for", "left", "allowed"),
    [
        ({"op": "call"}, 100, [10, 5]),
        ({"op": "row", "rows": [{}, {}, {}]}, 100, [10, 15]),
        ({"op": "row", "rows": [{}, {}, {}]}, 8, [8, 8]),
    ],
    ids=["a call", "each call of a row", "what is left of the submission's"],
)
def test_definitions_and_calls_have_their_time_and_no_more_than_is_left(connection, now, asked_for, left, allowed):
    found = []

    def prepare(_code, _libraries, seconds):
        found.append(seconds)

    def ask(_request, seconds):
        found.append(seconds)
        return {"status": "ok", "value": None}

    connection.session.process.prepare, connection.session.process.ask = prepare, ask
    connection.session.deadline = now + left
    connection._ask(asked_for, "train()")
    assert found == allowed


def test_what_a_call_raises_is_told_with_the_call(connection):
    reply = {"status": "raised", "type": "ValueError", "message": "no"}
    connection.session.process.ask = lambda *_given: reply
    with pytest.raises(StudentError) as raised:
        connection._ask({"op": "call"}, "train()")
    assert (raised.value.call, raised.value.function, raised.value.reply) == ("train()", "train", reply)


def test_a_question_that_fits_into_no_message_is_not_the_students_fault(connection):
    def refuse(*_given):
        raise ProtocolError("too large for one message")

    connection.session.process.ask = refuse
    for _ in range(3):  # and not counted
        with pytest.raises(Unsendable, match=r"train\(\) cannot be asked: too large"):
            connection._ask({"op": "call"}, "train()")


class Raises(FunctionProxy):
    """A proxy whose call raises this."""

    error: StudentError

    def __call__(self, *_values, **_named):
        raise self.error


@pytest.mark.parametrize(
    ("function", "call", "is_answer"),
    [("train", "train(1)", True), ("load", "load(1)", False), ("train", "", False)],
    ids=["the function itself", "another one that its argument needs", "the page's definitions"],
)
def test_only_the_functions_own_exception_is_an_answer_to_an_attempt(function, call, is_answer):
    proxy = Raises(lambda: None, "train")
    proxy.error = StudentError(call, {"type": "ValueError", "message": "no"}, None)
    proxy.error.function = function
    if is_answer:
        answer = proxy.attempt(1)
        assert (answer.call, answer.value, answer.error) == (call, None, proxy.error)
    else:
        with pytest.raises(StudentError) as raised:
            proxy.attempt(1)
        assert raised.value is proxy.error
