"""Which label a network gets wrong most often: asked only where that is clear, and only of a network that can be asked."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.judging import own_network
from autograder.judging.model_answers import ModelAnswer
from autograder.judging.own_network import clear_label, most_mistaken, scaled

TRAIN = np.zeros((50, 2, 2), np.uint8), np.zeros(50, np.uint8)
TEST = np.zeros((400, 2, 2), np.uint8), np.arange(400) % 4


def session(outputs, history=("loss",), takes=True):
    """A session whose function returns a model that gives these outputs."""
    model = object.__new__(ModelAnswer)
    methods = {"takes": lambda rows: takes, "fit": lambda *_: {"history": dict.fromkeys(history)}, "outputs": lambda images: [outputs]}
    for name, method in methods.items():
        object.__setattr__(model, name, method)
    data = SimpleNamespace(name="made", train=TRAIN, test=TEST)
    budget = SimpleNamespace(images=40, epochs=2, batch_size=8)
    assignment = SimpleNamespace(
        budgets={"quick": budget}, parameters={"build": []}, dataset="made", data_sets=SimpleNamespace(shared=lambda name: data), limits=SimpleNamespace(training=9.0)
    )
    return SimpleNamespace(
        assignment=assignment, seconds=1.0, put_off=lambda seconds: None, close=lambda: None, connection=lambda name: SimpleNamespace(call=lambda given: model)
    )


def wrong_about(*labels):
    """Outputs that are right but for some labels."""
    outputs = np.eye(4)[TEST[1]]
    for label in labels:
        outputs[label::4] = np.eye(4)[(label + 1) % 4]
    return outputs


def test_the_label_with_clearly_the_most_mistakes_is_the_answer():
    (asked,) = most_mistaken(session(wrong_about(2)), "build")
    assert asked.answer == "2" and asked.kind == "mistaken"
    assert "from build() is trained for 2 epochs on the first 40 training images of made" in asked.text and "400 test images" in asked.text
    assert "in batches of 8" in asked.text


@pytest.mark.parametrize(
    "other",
    [
        session(wrong_about(1, 2)),
        session(wrong_about()),
        session(wrong_about(2), history=()),
        session(wrong_about(2), takes=False),
        session(wrong_about(2)[:, :2]),
        session(wrong_about()[:, :3]),
        session(np.full((400, 4), np.nan)),
    ],
)
def test_without_a_clear_answer_nothing_is_asked(other):
    assert list(most_mistaken(other, "build")) == []


def test_chance_is_no_reason_to_ask():
    assert clear_label(np.array([10, 14, 11])) is None and clear_label(np.array([100, 180, 110])) == 1
    assert clear_label(np.array([9, 1])) is None


def test_whole_numbers_are_scaled_and_floats_are_not():
    assert scaled(TRAIN[0]).dtype == np.float32 and scaled(np.array([255], np.uint8)) == [1.0]
    assert scaled(np.array([3.0])) == [3.0] and own_network.TESTED
