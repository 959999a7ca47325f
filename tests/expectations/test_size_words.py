"""The words about a free design: each passes, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from answered_models import IMAGES, answered, keras_says, layer, model, network

from autograder.expectations import expect

CONVOLUTION = layer("Mine", kinds=["Conv2D"], filters=8, kernel_size=(3, 3))


def test_has_at_most_weights(said):
    assert model(network()).has_at_most_weights(99) == 99
    assert said(model(network()).has_at_most_weights, 98) == (
        "build_model() gave a model that has 99 parameters; at most 98 are allowed."
    )


def test_what_does_not_learn_counts_too_and_so_does_what_is_only_seen(said):
    frozen = {"frozen": [np.zeros(1000, np.float32)]}
    assert "has 1,099 parameters" in said(model(network(), **frozen).has_at_most_weights, 99)
    assert "has 6,000,000 parameters" in said(model(network(), total=6_000_000).has_at_most_weights, 99)


def test_a_model_without_an_input_layer_is_counted_once_it_has_seen_rows(said):
    net, seen = network(), {"weights": [], "built": False, "trainable": 0, "total": 0}

    def outputs(images: np.ndarray, now: object) -> np.ndarray:
        seen.update(weights=net.weights(), built=True, trainable=99, total=99)
        return net.outputs(images)

    one = model(net, outputs, later=seen, **seen)
    assert "has 99 parameters" in said(one.has_at_most_weights, 98, rows=IMAGES)


def test_has_layer(said):
    one = model(network(), layers=[CONVOLUTION, layer("Dense", units=3)])
    one.has_layer("Dense")
    assert said(one.has_layer, "Conv2D", kernel_size=(3, 3)) == (
        "build_model() gave a model with a Conv2D layer that is not used as one: the model gives the same whatever numbers are in its "
        "kernel."
    )
    assert said(one.has_layer, "Dropout") == (
        "build_model() gave a model without a Dropout layer; it has Dense, Mine."
    )
    assert said(one.has_layer, "Conv2D", filters=16) == (
        "build_model() gave a model whose Conv2D layer has filters 8; expected filters 16."
    )


BENT = [
    ("relu", "softmax"), ("tanh", "softmax"), ("relu", "linear"), ("sigmoid", "softmax"), ("relu", "sigmoid"), ("tanh", "tanh"),
    ("relu", "relu"),
]  # fmt: skip


@pytest.mark.parametrize(("hidden", "last"), BENT)
def test_a_hidden_layer_is_seen_in_the_outputs(hidden, last):
    model(network(hidden, last)).has_a_hidden_layer(IMAGES)


@pytest.mark.parametrize("units", [(6, 1), (6, 3)], ids=["one output", "three"])
def test_one_output_or_several(units):
    model(network("relu", "sigmoid" if units[-1] == 1 else "softmax", units)).has_a_hidden_layer(IMAGES)


@pytest.mark.parametrize("units", [1, 3], ids=["one output", "three"])
@pytest.mark.parametrize("last", ["softmax", "linear", "sigmoid", "tanh", "relu"])
def test_no_hidden_layer(said, last, units):
    message = said(model(network("relu", last, (units,))).has_a_hidden_layer, IMAGES)
    assert message == "build_model() gave a model without a hidden layer."


@pytest.mark.parametrize("scale", [1, 2, 4, 8, 100])
@pytest.mark.parametrize("last", ["sigmoid", "tanh"])
def test_large_scores_of_one_layer_are_not_taken_for_a_hidden_layer(said, last, scale):
    """float32 does not tell the scores behind outputs next to 1."""
    one = network("relu", last, (3,))
    larger = one.with_weights([scale * array for array in one.weights()])
    assert said(model(larger).has_a_hidden_layer, IMAGES).endswith("without a hidden layer.")


def test_a_hidden_layer_without_activation_is_another_thing(refusal):
    failure = refusal(model(network("linear")).has_a_hidden_layer, IMAGES)
    assert failure.message == (
        "build_model() gave a model of 2 layers with weights that gives what a single one gives: nothing between them changes "
        "the weighted sums. Which activation do the hidden layers have?"
    )
    assert failure.evidence[:2] == ("hidden", "linear")


def test_scores_that_happen_to_be_between_0_and_1_are_scores(said):
    """Or a single layer without an activation would be taken for one with a sigmoid, and its scores be bent."""
    one = network("relu", "linear", (3,))
    small = one.with_weights([0.01 * one.layers[0].kernel, np.full(3, 0.5, np.float32)])
    assert said(model(small).has_a_hidden_layer, IMAGES).endswith("without a hidden layer.")


def test_either_shape(said):
    """Of rows with a last axis of 1, or without it: what the model takes, if the check lets it choose."""

    def takes_channels(images, now):
        if images.ndim != 4:
            raise keras_says("ValueError", "expected min_ndim=4, found ndim=3.")
        return now.outputs(images).astype(np.float32)

    def takes_neither(images, now):
        raise keras_says("ValueError", "expected shape=(None, 9, 9).")

    def one(outputs=takes_channels):
        return expect(answered(network(), outputs=outputs)).is_a_model()

    assert "does not take images of shape (5, 4, 3)" in said(one().takes_and_gives, IMAGES, 3)
    assert one().in_either_shape().takes_and_gives(IMAGES, 3).shape == (5, 3)
    assert "does not take images of shape (5, 4, 3)" in said(one(takes_neither).in_either_shape().takes_and_gives, IMAGES, 3)
    model(network()).in_either_shape().takes_and_gives(IMAGES, 3)


def test_several_outputs(said):
    one = expect(_several()).is_a_model()
    assert said(one.takes_and_gives, IMAGES, 3) == "build_model() gave a model with 2 outputs; expected one."


def _several():
    found = answered(network())
    found.plain["outputs"] = [(None, 3), (None, 1)]
    return found


def test_a_model_that_takes_both_shapes_gets_the_rows_as_they_are():
    seen = []

    def outputs(images, now):
        seen.append(images.shape[1:])
        return now.outputs(images.reshape(len(images), 4, 3)).astype(np.float32)

    model(network(), outputs=outputs).in_either_shape().takes_and_gives(IMAGES, 3)
    assert set(seen) == {(4, 3)}


def test_a_model_that_takes_only_rows_like_its_own_has_a_hidden_layer():
    """As one does that begins with a layer that looks each number up."""

    def outputs(images: np.ndarray, now: object) -> np.ndarray:
        if images.min() < 0:
            raise keras_says("InvalidArgumentError", "indices[0] = -1 is not in [0, 9)")
        return now.outputs(images)

    model(network(), outputs=outputs).has_a_hidden_layer(IMAGES)
