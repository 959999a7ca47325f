"""The words about a History and about a model that was handed over: each passes, fails, and is pinned in its wording."""

import numpy as np
import pytest
from refusals import failing, said

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.network import Network
from autograder.transport.wire import Described
from autograder.values import describe


def history(losses: list, epochs: list, steps: int = 1) -> Described:
    return Described("history", "History", {"history": {"loss": losses}, "epochs": epochs, "steps": steps})


def test_is_a_history(gave):
    assert gave(history([2.0, 1.0], [0, 1])).is_a_history()["history"] == {"loss": [2.0, 1.0]}
    assert said([1, 2], "is_a_history") == "f(x) gave [1, 2] (list). Expected the History that fit returns."
    several = failing([history([1.0], [0]), history([0.5], [0])], "is_a_history")
    assert several.message == "f(x) gave a list of Histories. Expected the History that fit returns."
    assert several.evidence != failing([1.0, 0.5], "is_a_history").evidence


@pytest.mark.parametrize(
    ("given", "relation"),
    [
        ([0.5, 0.75], "one list"), (np.array([0.5, 0.75]), "one list"), ({"acc": 0, "loss": 0}, "all of it"),
        ([0.5, 0.7], "none"), ({"loss": [1.0]}, "none"), ("text", "none"),
    ],
    ids=repr,
)  # fmt: skip
def test_what_was_taken_out_of_the_record_is_told_from_other_numbers(given, relation):
    record = {"history": {"loss": [2.0, 1.0], "acc": [0.5, 0.75]}, "epochs": [0, 1], "steps": 1}
    for iterations, kept, wanted in ((6, record, relation), (0, record, "not trained"), (6, None, "none")):
        state = {"weights": [], "optimizer": {"iterations": iterations}, "record": kept}
        answer = Answer("f(x)", describe(given), arguments={"model": Described("model", "Sequential", state)})
        assert failing(answer, "is_a_history").evidence[-1] == wanted


def handed(network: Network, **changes: np.ndarray) -> Answer:
    """An answer of a function that was handed a network and left it with these weights."""
    weights = [array for layer in network.layers for array in (layer.kernel, layer.bias)]
    return Answer(
        "f(x)", 1, arguments={"model": Described("model", "Sequential", {"weights": changes.get("weights", weights)})}
    )


def test_leaves_the_model_alone(rng):
    network = Network.random((2, 2), [3], rng)
    expect(handed(network)).leaves_the_model_alone(network)
    other = [network.layers[0].kernel + 1, network.layers[0].bias]
    message = failing(handed(network, weights=other), "leaves_the_model_alone", network).message
    assert message == "f(x) changed the weights of the given model."


def test_a_model_that_was_given_another_layer_is_told_as_changed(rng):
    network = Network.random((2, 2), [3], rng)
    message = failing(handed(network, weights=[network.layers[0].kernel]), "leaves_the_model_alone", network).message
    assert message == "f(x) changed the weights of the given model."


LISTS = {"loss": [0.5, 0.4], "val_loss": [0.6, 0.7]}


@pytest.mark.parametrize("form", [LISTS, {"history": LISTS}], ids=["a dict", "a dict of the whole record"])
def test_records_takes_a_history_or_its_lists(gave, form):
    assert gave(form).records(["val_loss"], 2) == {"val_loss": [0.6, 0.7]}
    assert gave(history([2.0, 1.0], [0, 1])).records(["loss"]) == {"loss": [2.0, 1.0]}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ([1.0, 2.0], "Expected a History, or its dict of lists."),
        ({"loss": [0.5]}, "gave a record without val_loss; it has loss."),
        ({"loss": [0.5], "val_loss": [0.5, 0.4]}, "gave a record with 1 number for loss; expected 2."),
        ({"loss": [], "val_loss": []}, "gave a record with 0 numbers for loss; expected one for each epoch."),
        ({"loss": [float("nan")], "val_loss": [0.5]}, "gave a record with 0 numbers for loss; expected 1."),
    ],
    ids=["a list", "one is missing", "other lengths", "empty", "not finite"],
)
def test_records_says_what_is_missing(given, words):
    assert words in said(given, "records", ["loss", "val_loss"])


def test_a_history_that_no_training_filled():
    answer = Answer("train()", Described("history", "History", {"history": {}, "epochs": [], "steps": None}))
    with pytest.raises(Failure, match="gave a History without any numbers"):
        expect(answer).records(["loss"])
