"""What a model has said is remembered, as long as nothing that could change it came between."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.judging.proxies import FunctionConnection

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
        process=SimpleNamespace(worker="worker", last_loss=None, prepare=lambda *_given: None, ask=ask),
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


@pytest.mark.parametrize("between", [{"op": "call"}, {"op": "row", "rows": [{}]}, {"op": "model", "action": "fit"}], ids=str)
def test_after_a_call_or_a_training_a_model_is_asked_again(connection, model, between):
    """The page's function may have trained it: what it said before is no longer true."""
    assert connection.ask_model(model, QUESTION, "asking") == 1
    connection._ask(between, "between")
    assert connection.ask_model(model, QUESTION, "asking") == 3
