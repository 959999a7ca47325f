"""The words about a model's layers: each passes for every fair form, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from answered_models import (
    FROM_LOGITS,
    IMAGES,
    LABELS,
    STRANGE,
    UNITS,
    described,
    keras_says,
    layer,
    model,
    network,
    said_of,
)

from autograder.expectations.network import (
    ACTIVATIONS,
    Dense,
    Network,
    last_scores,
    sigmoid,
    softmax,
)
from autograder.transport.wire import Described

# -- images in, rows out ----------------------------------------------------------------------------------------------


def test_takes_and_gives_passes_and_gives_the_rows():
    net = network()
    rows = model(net).takes_and_gives(IMAGES, 3)
    assert np.allclose(rows, net.outputs(IMAGES), atol=1e-6)


def test_an_image_that_does_not_fit_is_told_in_keras_own_words_and_explained(refusal):
    error = keras_says(
        "ValueError", "Exception encountered when calling Dense.call().\n\n\x1b[1mexpected axis -1\x1b[0m\n\nmore"
    )
    failure = refusal(model(network(), error, input_shape=(None, 12)).takes_and_gives, IMAGES, 3)
    assert failure.message == (
        "build_model() gave a model that does not take images of shape (5, 4, 3): ValueError: expected axis -1 "
        "The model's input is a single image, 4 rows by 3 columns."
    )
    assert failure.evidence == ("does not take images", "ValueError", ["Flatten", "Dense", "Dense"], (None, 12))


def test_a_hint_takes_the_place_of_the_usual_one(said):
    error = keras_says("ValueError", "no")
    assert said(model(network(), error).takes_and_gives, IMAGES, 3, hint="Flatten first.").endswith(
        ": no Flatten first."
    )


def test_takes_and_gives_says_both_shapes(said):
    assert said(model(network()).takes_and_gives, IMAGES, 10, hint="How many digits?") == (
        "build_model() gave a model that turns 5 images into shape (5, 3); expected (5, 10) (images, classes). "
        "How many digits?"
    )


@pytest.mark.parametrize(
    "outputs",
    [
        lambda images, now: np.zeros((5, 4, 3)),
        lambda images, now: np.zeros(5),
        lambda images, now: np.zeros((1, 3)),
        lambda images, now: np.zeros((3, 5)),
    ],
    ids=["image by image", "flat", "one row", "transposed"],
)
def test_takes_and_gives_fails_for_another_shape(refusal, outputs):
    assert refusal(model(network(), outputs).takes_and_gives, IMAGES, 3).evidence[1] == outputs(IMAGES, None).shape


def test_two_outputs_are_no_rows(said):
    outputs = Described("sequence", "array of object with shape ()", [])
    assert said(model(network(), lambda images, now: outputs).takes_and_gives, IMAGES, 3) == (
        "build_model() gave a model that turns 5 images into shape None; expected (5, 3) (images, classes)."
    )


@pytest.mark.parametrize("odd", [np.nan, np.inf], ids=str)
def test_numbers_must_be_finite(said, odd):
    outputs = np.zeros((5, 3), np.float32)
    outputs[4, 2] = odd
    message = said(model(network(), lambda images, now: outputs).takes_and_gives, IMAGES, 3)
    assert message == "build_model() gave a model whose output contains numbers that are not finite."


# -- layers -----------------------------------------------------------------------------------------------------------

LAYERS = {
    "flatten and dense": [layer("Flatten"), layer("Dense", units=6), layer("Dense", units=3)],
    "with an input": [layer("InputLayer"), layer("Flatten"), layer("Dense", units=6), layer("Dense", units=3)],
    "reshape": [layer("Reshape"), layer("Dense", units=6), layer("Dense", units=3)],
    "activations apart": [
        layer("Dense", units=6),
        layer("ReLU"),
        layer("Dense", units=3),
        layer("Activation", activation="softmax"),
    ],
    "a class of one's own": [],
}


@pytest.mark.parametrize("layers", LAYERS.values(), ids=LAYERS)
def test_has_dense_layers_passes_by_the_weights(layers):
    model(network(), layers=layers).has_dense_layers(UNITS, IMAGES)


def test_a_model_that_was_not_built_at_first_is_asked_again():
    model(network(), built=False, weights=[], later=described(network())).has_dense_layers(UNITS, IMAGES)


DENSE = [layer("Dense", units=6), layer("Dense", units=3)]
NET = described(network())
NORMALISED = {"weights": [*NET["weights"][:2], np.ones(6), np.ones(6), *NET["weights"][2:]]}
TWO = "dense layers of 6 and 3 units"
OTHER_LAYERS = {
    "other numbers": (network(units=(5, 3)), {}, f"dense layers of 5 and 3 units; expected {TWO}."),
    "the wrong way round": (network(units=(3, 6)), {}, f"dense layers of 3 and 6 units; expected {TWO}."),
    "one more": (network(units=(6, 6, 3)), {}, f"dense layers of 6, 6 and 3 units; expected {TWO}."),
    "one only": (network(units=(3,)), {}, f"one dense layer of 3 units; expected {TWO}."),
    "none": (network(), {"weights": []}, f"no dense layer; expected {TWO}."),
    "dropout": (
        network(), {"layers": [DENSE[0], layer("Dropout", rate=0.5), DENSE[1]]},
        f"a Dropout layer between; expected {TWO} and nothing else.",
    ),
    "frozen": (
        network(), {"layers": [DENSE[0] | {"trainable": False}, DENSE[1]], "weights": NET["weights"][2:]},
        "a frozen layer (Dense), which cannot learn.",
    ),
    "no biases": (network(), {"weights": NET["weights"][::2]}, "90 trainable weights; expected 99."),
    "normalised between": (network(), NORMALISED, "111 trainable weights; expected 99."),
}  # fmt: skip


@pytest.mark.parametrize(("net", "changes", "words"), OTHER_LAYERS.values(), ids=OTHER_LAYERS)
def test_has_dense_layers_says_what_is_there(said, net, changes, words):
    message = said(model(net, **changes).has_dense_layers, UNITS, IMAGES, hint="Count again.")
    assert message == f"build_model() gave a model with {words} Count again."


def test_each_kind_of_wrong_layers_leaves_other_evidence(refusal):
    found = [
        refusal(model(net, **changes).has_dense_layers, UNITS, IMAGES).evidence
        for net, changes, _ in OTHER_LAYERS.values()
    ]
    assert len({repr(evidence) for evidence in found}) == len(OTHER_LAYERS)


# -- the hidden activation --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ACTIVATIONS)
@pytest.mark.parametrize("hidden", ["relu", "tanh"])
def test_computes_passes_whatever_comes_last(hidden, last):
    """How the last layer ends is another word's business."""
    model(network(hidden, last)).computes(IMAGES, hidden=hidden)


def test_computes_passes_for_two_softmaxes_in_a_row():
    net = network()
    model(net, lambda images, now: softmax(now.outputs(images))).computes(IMAGES, hidden="relu")


def test_computes_does_not_ask_what_the_layers_are_called():
    model(network(), layers=[layer("Dense", units=6, activation="tanh"), layer("Other")]).computes(
        IMAGES, hidden="relu"
    )


@pytest.mark.parametrize(
    ("hidden", "words"),
    [("linear", "no activation"), ("sigmoid", "sigmoid"), ("tanh", "tanh"), ("softmax", "softmax")],
)
def test_computes_names_the_activation_that_is_there(refusal, hidden, words):
    failure = refusal(model(network(hidden)).computes, IMAGES, hidden="relu", hint="Look at the table.")
    assert (
        failure.message
        == f"build_model() gave a model whose hidden layer has {words}; expected relu. Look at the table."
    )
    assert failure.evidence == ("hidden", hidden)


SPOILED = {
    "scaled again": lambda images, now: now.outputs(images / 255),
    "a step skipped": lambda images, now: network(units=(3,)).outputs(images),
    "the same for every image": lambda images, now: np.repeat(now.outputs(images[:1]), len(images), axis=0),
    "learned by heart": lambda images, now: np.eye(3)[np.resize(LABELS, len(images))],
    "right for its own weights only": lambda images, now: network().outputs(images),
    "right for the images of the check only": lambda images, now: (
        now.outputs(images) if len(images) == 5 else images[:, 0]
    ),
    "right for small batches only": lambda images, now: now.outputs(images) * (1 if len(images) < 10 else 0.9),
}


@pytest.mark.parametrize("outputs", SPOILED.values(), ids=SPOILED)
def test_computes_fails_for_numbers_that_its_weights_do_not_make(said, outputs):
    message = said(model(network(), outputs).computes, IMAGES, hidden="relu")
    assert (
        message == "build_model() gave a model whose output is not the output of its dense layers with relu between them."
    )
    message = said(model(network(), outputs).has_dense_layers, UNITS, IMAGES)
    assert message == (
        "build_model() gave a model whose weights have the right shapes, but its output for an image is not the "
        "output of dense layers with these weights."
    )


def test_computes_fails_where_weights_of_another_kind_stand_between(said):
    assert "not the output of its dense layers" in said(model(network(), **NORMALISED).computes, IMAGES, hidden="relu")


# -- probabilities ----------------------------------------------------------------------------------------------------

PROBABILITIES = {
    "softmax": (network(), {}),
    "softmax and from_logits": (network(), {"loss": FROM_LOGITS}),
    "bare scores and from_logits": (network(last="linear"), {"loss": FROM_LOGITS}),
    "another kind of network": (network(), STRANGE),
    "bare scores of another kind": (network(last="linear"), STRANGE | {"loss": FROM_LOGITS}),
    "bare scores and a loss of its own": (network(last="linear"), {"loss": {"name": "mine", "from_logits": False}}),
    "bare scores of another kind and a loss of its own": (
        network(last="linear"),
        STRANGE | {"loss": {"name": "mine", "from_logits": False}},
    ),
    "no loss": (network(), {"loss": None, "compiled": False}),
    "one layer": (network(units=(3,)), {}),
}


@pytest.mark.parametrize(("net", "changes"), PROBABILITIES.values(), ids=PROBABILITIES)
def test_gives_probabilities_passes(net, changes):
    model(net, **changes).gives_probabilities(IMAGES)


@pytest.mark.parametrize("hidden", ["linear", "sigmoid", "tanh", "softmax"])
def test_another_hidden_activation_is_not_held_against_the_probabilities(hidden):
    """The rows are probabilities all the same; that relu is missing is what ``computes`` says."""
    model(network(hidden)).gives_probabilities(IMAGES)


def test_a_last_layer_without_bias_gives_probabilities_too():
    first, last = network().layers
    net = Network((first, Dense(last.kernel, np.zeros(3, np.float32), "softmax")), (4, 3))
    model(net, weights=[first.kernel, first.bias, last.kernel]).gives_probabilities(IMAGES)


def test_gives_probabilities_says_what_the_rows_sum_to(said):
    rows = np.array([[0.5, 0.5, 0.5], [0.25, 0.5, 0.0]] * 2 + [[1, 0, 0]], np.float32)
    assert said(
        model(network(last="sigmoid"), lambda images, now: rows[np.arange(len(images)) % 5]).gives_probabilities,
        IMAGES,
        hint="Softmax?",
    ) == (
        "build_model() gave a model whose rows sum to 0.75 … 1.50, with numbers from 0.00 to 1.00; expected three "
        "probabilities that sum to 1. Softmax?"
    )


@pytest.mark.parametrize(
    ("net", "loss"),
    [
        (network(last="linear"), False),
        (network(last="relu"), False),
        (network(last="sigmoid"), False),
        (network(last="sigmoid"), True),
    ],
    ids=["bare scores", "relu", "sigmoid", "sigmoid and from_logits"],
)
def test_gives_probabilities_fails_for_rows_that_do_not_sum_to_one(said, net, loss):
    settings = {"name": "sparse_categorical_crossentropy", "from_logits": loss}
    score = said_of if loss else cut_off
    assert "whose rows sum to" in said(model(net, loss=settings, score=score).gives_probabilities, IMAGES)


def cut_off(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
    """What Keras says of bare scores that it takes for probabilities."""
    shares = np.clip(net.outputs(images), 1e-7, 1 - 1e-7)
    shares /= shares.sum(axis=1, keepdims=True)
    return {"loss": float(-np.log(shares[np.arange(len(labels)), labels]).mean()), "metrics": {}}


def test_numbers_below_zero_are_no_probabilities(said):
    rows = np.array([[1.5, -0.25, -0.25]] * 5, np.float32)
    message = said(
        model(network(), lambda images, now: rows[np.arange(len(images)) % 5], **STRANGE).gives_probabilities, IMAGES
    )
    assert "whose rows sum to 1.00 … 1.00, with numbers from -0.25 to 1.50" in message


def test_gives_probabilities_tells_a_second_softmax(said):
    twice = lambda images, now: softmax(now.outputs(images))  # noqa: E731
    message = said(model(network(), twice).gives_probabilities, IMAGES)
    assert message == "build_model() gave a model that ends in softmax twice, one after the other."


def test_gives_probabilities_tells_what_is_no_softmax(said):
    def shares(images, now):
        rows = sigmoid(last_scores(now.weights(), images, "relu"))
        return rows / rows.sum(axis=1, keepdims=True)

    model(network(), shares).gives_probabilities(IMAGES)  # they are some, whatever makes them
    alike = lambda images, now: np.full((len(images), 3), 1 / 3)  # noqa: E731
    message = said(model(network(), alike).gives_probabilities, IMAGES)
    assert message == "build_model() gave a model that gives the same row for every image."


def test_bare_scores_and_a_loss_told_of_scores_that_it_does_not_get_are_remarked_upon():
    bare, told = model(network(last="linear"), loss=FROM_LOGITS), model(network(), loss=FROM_LOGITS)
    usual = model(network())
    for one in (bare, told, usual):
        one.gives_probabilities(IMAGES)
    assert "gives raw scores, but the description asks for probabilities" in bare.answer.remarks[0]
    assert "this model gives probabilities" in told.answer.remarks[0]
    assert not usual.answer.remarks


def test_a_model_that_takes_no_other_weights_gives_probabilities_all_the_same():
    """What cannot be tried out is not held against it where its rows say enough."""
    net = network()

    def outputs(images, now):
        if now is not net:
            raise keras_says("ValueError", "no other weights")
        return now.outputs(images).astype(np.float32)

    model(net, outputs=outputs).gives_probabilities(IMAGES)
