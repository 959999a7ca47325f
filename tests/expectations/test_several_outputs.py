"""What a check asks of several outputs, put together; without Keras."""

from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations import Answer, several_outputs
from autograder.expectations.measures import in_place
from autograder.expectations.several_outputs import is_several, wanted_of

LABELS = {"kind": np.array([0, 2, 1]), "buys": np.array([0, 1, 1])}


def test_one_number_or_measure_holds_for_all_outputs():
    found = wanted_of(LABELS, LABELS, "accuracy", 0.5, None)
    assert [(one.key, one.by, one.at_least, one.weights) for one in found] == [("kind", "accuracy", 0.5, None), ("buys", "accuracy", 0.5, None)]
    in_order = wanted_of([*LABELS.values()], [*LABELS.values()], ["accuracy", "AUC"], [0.5, 0.6], None)
    assert [(one.key, one.by, one.at_least) for one in in_order] == [(0, "accuracy", 0.5), (1, "AUC", 0.6)]


def test_weights_of_classes_are_those_of_their_output():
    kind, buys = wanted_of(LABELS, LABELS, "accuracy", 0.5, {"buys": {0: 1.0, 1: 3.0}})
    assert kind.weights is None and buys.weights.tolist() == [1.0, 3.0, 3.0]


@pytest.mark.parametrize(
    "settings",
    [{"by": {"kind": "AUC"}}, {"at_least": [0.5, 0.5]}, {"truth": {"kind": LABELS["kind"]}}, {"by": "fun"}, {"class_weights": {"sells": {}}}],
    ids=str,
)
def test_a_slip_of_the_check_is_not_charged_to_the_student(settings):
    """``RuntimeError`` is a fault of the check; ``fail_closed`` would make a wrong answer of a ``KeyError``."""
    with pytest.raises(RuntimeError):
        wanted_of(**{"labels": LABELS, "truth": LABELS, "by": "accuracy", "at_least": 0.5, "class_weights": None} | settings)


@pytest.mark.parametrize(("first", "trained"), [(0.9, 1), (0.49, 2), (0.1, 1)], ids=["enough", "nearly enough", "far too little"])
def test_a_model_that_was_nearly_good_enough_is_trained_again(monkeypatch, first, trained):
    """What is good enough is not trained again, and what is far from it neither."""
    reached = iter([{"kind": first, "buys": 0.9}, {"kind": 0.6, "buys": 0.9}])
    asked = []

    def measured(*_arguments):
        asked.append(True)
        return next(reached)

    monkeypatch.setattr(several_outputs, "_reached", measured)
    words = SimpleNamespace(answer=Answer("build_model()", None), _beside=lambda answer: words, fail=lambda *_: None, _frozen_layer=lambda: "x")
    words._state, words._speed = dict, str
    monkeypatch.setattr(several_outputs, "is_alike", lambda _state: True)
    found = several_outputs.learns_each(words, np.zeros((3, 2)), np.zeros((3, 2)), wanted_of(LABELS, LABELS, "accuracy", 0.5, None), {}, "", lambda: None, 0.05, 1)
    assert len(asked) == trained
    assert (found["kind"] >= 0.5) is (first > 0.2)


def test_what_are_labels_of_several_outputs():
    assert is_several(LABELS) and is_several([*LABELS.values()]) and not is_several(LABELS["kind"])


@pytest.mark.parametrize("shape", [(2,), (2, 1)])
def test_a_yes_or_no_is_turned_back_in_either_shape(shape):
    given = np.array([0.25, 1.0]).reshape(shape)
    assert in_place(given, np.array([1, 0])).reshape(-1).tolist() == [0.75, 0.0]
    assert in_place(given, np.array([1, 0]), scores=True).reshape(-1).tolist() == [-0.25, -1.0]
    assert in_place(given, np.array([0, 1])) is given


def test_classes_are_put_back():
    given = np.array([[0.1, 0.2, 0.7, 0.0]])
    assert in_place(given, np.array([2, 0, 1])).tolist() == [[0.7, 0.1, 0.2, 0.0]]
