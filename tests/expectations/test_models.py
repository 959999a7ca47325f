"""What is no model, and what holds for every word about one. Without Keras."""

import numpy as np
import pytest
from answered_models import (
    IMAGES,
    LABELS,
    answered,
    described,
    keras_says,
    layer,
    model,
    network,
)

from autograder.expectations import Answer, Failure, expect
from autograder.expectations.answer import StudentError
from autograder.expectations.models import ModelExpectation
from autograder.transport.wire import Described

# -- a model at all ---------------------------------------------------------------------------------------------------


def test_a_model_is_a_model():
    assert isinstance(model(network()), ModelExpectation)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "None. Expected a Keras model. Is the return missing? summary, add and compile give None."),
        ([1, 2], "a list. Expected a Keras model."),
        (
            Described("opaque", "the class Network", None),
            "the class Network. Expected a Keras model. A class is called to make an object of it: are the parentheses missing?",
        ),
        (Described("history", "History", {}), "a History. Expected a Keras model."),
        (
            Described("opaque", "keras.KerasTensor", None),
            "a keras.KerasTensor. Expected a Keras model. This is the output of the network, not the network.",
        ),
        (
            Described("opaque", "tensorflow.Sequential", None),
            "a tensorflow.Sequential. Expected a Keras model. This is a Sequential from an old copy of Keras (such as "
            "tensorflow.python.keras). Write import keras, and take Sequential and its layers from there.",
        ),
    ],
    ids=["None", "list", "class", "History", "KerasTensor", "old"],
)
def test_what_is_no_model_is_told(refusal, given, message):
    failure = refusal(expect(Answer("build_model()", given)).is_a_model)
    assert failure.message == f"build_model() gave {message}"


def test_the_evidence_of_no_model_is_the_type(refusal):
    kinds = [refusal(expect(Answer("f()", value)).is_a_model).evidence for value in (None, [1], (1,))]
    assert len(set(kinds)) == 3


def test_is_another_model_than(said):
    model(network(), handle=0).is_another_model_than(answered(network(), handle=1))
    model(network(), handle=0).is_another_model_than(Answer("build_model()", None))
    message = said(
        model(network(), handle=3).is_another_model_than, answered(network(), handle=3), hint="Build it inside."
    )
    assert (
        message == "build_model() gave the same model twice; expected a new one at each call. Build it inside."
    )


def test_models_that_share_layers_are_not_two_models(said):
    one = model(network(), handle=0, variables=[7, 8])
    one.is_another_model_than(answered(network(), handle=1, variables=[9]))  # equal numbers from a seed
    one.is_another_model_than(answered(network(units=(5, 3)), handle=1, variables=[7]))
    fresh = [weight if weight.ndim == 1 else weight + 1 for weight in described(network())["weights"]]
    one.is_another_model_than(answered(network(), handle=1, variables=[7], weights=fresh))  # biases begin alike
    message = said(one.is_another_model_than, answered(network(), handle=1, variables=[8, 9]))
    assert "gave two models that share weights: training one also changes the other." in message


# -- nothing that a model gives breaks a word -------------------------------------------------------------------------

REFUSES = keras_says("ValueError", "expected min_ndim=4, found ndim=3.")
UNBUILT = {"outputs": REFUSES, "built": False, "weights": []}
NO_WEIGHTS = {"weights": [], "layers": [layer("Flatten"), layer("Softmax")]}
FLAT = {"outputs": lambda images, now: np.zeros(len(images)), "score": {"loss": 1.0, "metrics": {"accuracy": 2.0}}}
DEEP = FLAT | {"outputs": lambda images, now: np.zeros((len(images), 4, 3))}
SEVERAL = FLAT | {"outputs": lambda images, now: Described("sequence", "array of object with shape (2,)", [])}
SCALE = FLAT | {"weights": [*described(network())["weights"], np.array(2.0)]}
BREAKING = {
    "no weights, relu": ("computes", {"hidden": "relu"}, FLAT | NO_WEIGHTS),
    "no weights, probabilities": ("gives_probabilities", {}, FLAT | NO_WEIGHTS),
    "never built, relu": ("computes", {"hidden": "relu"}, UNBUILT),
    "never built, probabilities": ("gives_probabilities", {}, UNBUILT),
    "never built, reading": ("reads", {"labels": LABELS, "at_least": 0.9}, UNBUILT),
    "a scale of one number": ("gives_probabilities", {}, SCALE),
    "flat outputs, loss": ("minimises_cross_entropy", {"labels": LABELS}, FLAT),
    "flat outputs, accuracy": ("reports_accuracy", {"labels": LABELS}, FLAT),
    "flat outputs, reading": ("reads", {"labels": LABELS, "at_least": 0.9}, FLAT),
    "rows of rows, loss": ("minimises_cross_entropy", {"labels": LABELS}, DEEP),
    "rows of rows, accuracy": ("reports_accuracy", {"labels": LABELS}, DEEP),
    "several outputs, loss": ("minimises_cross_entropy", {"labels": LABELS}, SEVERAL),
    "several outputs, accuracy": ("reports_accuracy", {"labels": LABELS}, SEVERAL),
    "several outputs, reading": ("reads", {"labels": LABELS, "at_least": 0.9}, SEVERAL),
}


@pytest.mark.parametrize(("word", "arguments", "settings"), BREAKING.values(), ids=BREAKING)
def test_an_odd_model_is_a_wrong_answer(word, arguments, settings):
    """An exception other than these two would be taken for a fault of the kit, which costs no points."""
    with pytest.raises((Failure, StudentError)):
        getattr(model(network(), **settings), word)(IMAGES, **arguments)
