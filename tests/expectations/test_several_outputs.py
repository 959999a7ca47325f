"""What a check asks of several outputs, put together; without Keras."""

import numpy as np
import pytest

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
