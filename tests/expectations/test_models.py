"""The words about networks: each passes for every fair form, fails, and is pinned in its wording. Without Keras."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.expectations import Answer, Failure, expect
from autograder.expectations import network as networks
from autograder.expectations.answer import StudentError
from autograder.expectations.models import ModelExpectation
from autograder.expectations.network import (
    ACTIVATIONS,
    Dense,
    Network,
    Score,
    last_scores,
    share_right,
    sigmoid,
    softmax,
)
from autograder.judging.model_answers import ModelAnswer
from autograder.transport.wire import Described

RNG = np.random.default_rng(17)
IMAGES = RNG.random((5, 4, 3), np.float32)
LABELS = np.array([1, 0, 2, 2, 1], np.uint8)
UNITS = [6, 3]


def network(hidden: str = "relu", last: str = "softmax", units: tuple = (6, 3)) -> Network:
    """Weights and biases such that every layer shows in the outputs."""
    rng = np.random.default_rng(23)
    widths = [12, *units]
    layers = []
    for inputs, outputs in zip(widths, widths[1:], strict=False):
        kernel = rng.normal(0, 0.8, (inputs, outputs)).astype(np.float32)
        layers.append(Dense(kernel, rng.normal(0, 0.5, outputs).astype(np.float32), hidden))
    layers[-1] = Dense(layers[-1].kernel, layers[-1].bias, last)
    return Network(tuple(layers), (4, 3))


def layer(class_name: str, **settings: object) -> dict:
    plain = {"units": None, "activation": None, "trainable": True, "rate": None, "output_shape": None}
    return {"class_name": class_name} | plain | settings


def described(net: Network, **changes: object) -> dict:
    """A network as ``values.keras.models.describe_model`` tells it."""
    weights = [array for one in net.layers for array in (one.kernel, one.bias)]
    dense = [layer("Dense", units=one.kernel.shape[1], activation=one.activation) for one in net.layers]
    total = sum(weight.size for weight in weights)
    return {
        "class_name": "Sequential",
        "built": True,
        "input_shape": (None, 4, 3),
        "output_shape": (None, net.layers[-1].kernel.shape[1]),
        "layers": [layer("Flatten"), *dense],
        "weights": weights,
        "trainable": total,
        "total": total,
        "compiled": True,
        "loss": {"name": "sparse_categorical_crossentropy", "from_logits": False},
        "optimizer": {"name": "Adam", "learning_rate": 0.001, "iterations": 0},
        "metrics": ["accuracy"],
    } | changes


def said_of(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
    """Loss and metrics of an honest model."""
    rows = net.outputs(images)
    chances = softmax(rows) if net.layers[-1].activation == "linear" else rows
    return {
        "loss": networks.cross_entropy(chances, labels, 1e-300),
        "metrics": {"accuracy": share_right(rows, labels)},
    }


def adam(slopes: list, rate: float = 0.001) -> list:
    """How adam moves weights from zero, by each of these gradients."""
    means, squares, found = [0.0] * len(slopes[0]), [0.0] * len(slopes[0]), []
    for step, these in enumerate(slopes, 1):
        means = [0.9 * old + 0.1 * new for old, new in zip(means, these, strict=True)]
        squares = [0.999 * old + 0.001 * new**2 for old, new in zip(squares, these, strict=True)]
        pairs = zip(means, squares, strict=True)
        found.append(
            [-rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-7) for mean, square in pairs]
        )
    return found


def one_by_one(batches: list, net: Network) -> dict:
    """What steps of adam come to, as ``values.keras.models.steps`` tells it."""
    after = [net.adam_steps(batches[: number + 1]) for number in range(len(batches))]
    losses = [said_of(one, *batch)["loss"] for one, batch in zip([net, *after], batches, strict=False)]
    return {"weights": [one.weights() for one in after], "losses": losses}


def answered(
    net: Network,
    outputs=None,
    score: object = said_of,
    handle: int = 0,
    later: dict | None = None,
    steps=one_by_one,
    moves=lambda slopes, _net: adam(slopes),
    asked: list | None = None,
    **changes: object,
) -> ModelAnswer:
    """A model that a student's ``build_model`` gave.

    Args:
        outputs: (images, network with the weights of now) -> what the model makes of them, or an exception; what the
            network computes by default.
        score: what the model says about its loss and metrics: (network, images, labels) -> dict, a dict, or an exception.
        later: what has changed in the description when it is asked for again.
        steps, moves: what a step of training and its optimizer do.
        asked: takes what it is asked.
    """

    def ask(_model: ModelAnswer, request: dict, _what: str) -> object:
        if asked is not None:
            asked.append(request["action"])
        now = net.with_weights(request["weights"]) if "weights" in request else net
        reply = {
            "outputs": lambda: [rows(images, now) for images in request["batches"]],
            "outputs_with": lambda: [rows(images, now) for images in request["batches"]],
            "score": lambda: score(net, request["images"], request["labels"]) if callable(score) else score,
            "steps": lambda: steps(request["batches"], now),
            "moves": lambda: moves(request["slopes"], net),
            "describe": lambda: described(net, **changes) | (later or {}),
            "fit": lambda: {"history": {}},
        }[request["action"]]
        reply = outputs if request["action"].startswith("outputs") and isinstance(outputs, Exception) else reply()
        if isinstance(reply, Exception):
            raise reply
        return reply

    def remembered(_key: Network, plan: object, exam: tuple, _train: object, lasting: bool) -> Score:
        asked.append("trained apart" if lasting else "trained apart, not kept")
        return Score(0.75, 0.5)

    rows = outputs or (lambda images, now: now.outputs(images).astype(np.float32))
    content = described(net, **changes)
    session = SimpleNamespace(
        secret=29, seconds=60, seed=3, levels={"full"}, trainings=SimpleNamespace(score=remembered)
    )
    connection = SimpleNamespace(ask_model=ask, session=session, libraries=("keras",))
    return ModelAnswer("build_model()", Described("model", "Sequential", content), connection=connection, handle=handle)


def model(*arguments: object, **settings: object) -> ModelExpectation:
    return expect(answered(*arguments, **settings)).is_a_model()


def keras_says(kind: str, message: str) -> StudentError:
    return StudentError("its loss", {"type": kind, "message": message}, None)


@pytest.fixture
def said(refusal):
    return lambda *arguments, **settings: refusal(*arguments, **settings).message


# -- a model at all ---------------------------------------------------------------------------------------------------


def test_a_model_is_a_model():
    assert isinstance(model(network()), ModelExpectation)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (None, "None. Expected a Keras model. Is the return missing? summary, add and compile give None."),
        ([1, 2], "a list. Expected a Keras model."),
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
    ids=["None", "list", "History", "KerasTensor", "old"],
)
def test_what_is_no_model_is_told(refusal, given, message):
    failure = refusal(expect(Answer("build_model()", given)).is_a_model)
    assert failure.message == f"build_model() gave {message}"


def test_the_evidence_of_no_model_is_the_type(refusal):
    kinds = [refusal(expect(Answer("f()", value)).is_a_model).evidence for value in (None, [1], (1,))]
    assert len(set(kinds)) == 3


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
        "The model's input is a single image, 28 rows by 28 columns."
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
    "one more": (network(units=(6, 6, 3)), {}, f"dense layers of 6 and 6 and 3 units; expected {TWO}."),
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

FROM_LOGITS = {"name": "sparse_categorical_crossentropy", "from_logits": True}
# a convolution, say: the judge cannot work out what such weights make of an image
STRANGE = {"weights": [np.ones((2, 2, 1, 4)), np.ones(4), np.ones(3), np.ones(3)]}
PROBABILITIES = {
    "softmax": (network(), {}),
    "softmax and from_logits": (network(), {"loss": FROM_LOGITS}),
    "bare scores and from_logits": (network(last="linear"), {"loss": FROM_LOGITS}),
    "another kind of network": (network(), STRANGE),
    "bare scores of another kind": (network(last="linear"), STRANGE | {"loss": FROM_LOGITS}),
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
        "build_model() gave a model whose rows sum to 0.75 … 1.50, with numbers from 0.00 to 1.00; expected ten "
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
    assert "whose rows sum to" in said(model(net, loss=settings).gives_probabilities, IMAGES)


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


# -- compile ----------------------------------------------------------------------------------------------------------

UNCOMPILED = {"compiled": False, "loss": None, "optimizer": None, "metrics": []}
NOT_COMPILED = "build_model() gave a model that is not compiled: it does not know yet what to minimise."


def test_is_compiled(said):
    model(network()).is_compiled()
    assert said(model(network(), **UNCOMPILED).is_compiled, hint="Compile it.") == f"{NOT_COMPILED} Compile it."


@pytest.mark.parametrize("word", ["minimises_cross_entropy", "reports_accuracy"])
def test_what_needs_compiling_says_that_first(said, word):
    assert said(getattr(model(network(), **UNCOMPILED), word), IMAGES, LABELS) == NOT_COMPILED


def shares(rows: np.ndarray) -> np.ndarray:
    return rows / rows.sum(axis=1, keepdims=True)


FAIR_LOSSES = {
    "of the probabilities": (network(), said_of),
    "of bare scores": (network(last="linear"), said_of),
    "of a sigmoid that the loss looks through": (
        network(last="sigmoid"),
        lambda net, images, labels: said_of(network(last="linear"), images, labels),
    ),
    "of shares": (
        network(last="sigmoid"),
        lambda net, images, labels: {"loss": networks.cross_entropy(shares(net.outputs(images)), labels)},
    ),
    "of another kind of network": (network("tanh"), said_of),
}


def _any_step(batches: list, net: Network) -> dict:
    """A step of some training, for networks of which the judge knows no slopes."""
    return {"weights": [[weight + 1 for weight in net.weights()] for _ in batches], "losses": [1.0 for _ in batches]}


@pytest.mark.parametrize(("net", "loss"), FAIR_LOSSES.values(), ids=FAIR_LOSSES)
def test_minimises_cross_entropy_passes(net, loss):
    """The number counts: the loss may go by any name."""
    steps = _last_slopes if net.layers[-1].activation != "sigmoid" else _any_step
    named = {"name": "mine", "from_logits": False}
    model(net, score=loss, loss=named, steps=steps).minimises_cross_entropy(IMAGES, LABELS)


def _last_slopes(batches: list, net: Network, other=lambda blame: blame) -> dict:
    """A step of plain gradient descent of the last layer."""
    found = []
    for images, labels in batches:
        chances = softmax(last_scores(net.weights(), images, net.layers[0].activation))
        blame = other((chances - np.eye(3)[labels]) / len(images))
        inputs = ACTIVATIONS[net.layers[0].activation](last_scores(net.weights()[:2], images, "linear"))
        steps = [0, 0, inputs.T @ blame, blame.sum(axis=0)]
        found.append([weight - 0.1 * step for weight, step in zip(net.weights(), steps, strict=True)])
    return {"weights": found, "losses": [1.0 for _ in batches]}


def test_a_loss_that_is_told_and_not_minimised_is_none(said):
    """What counts is what a step of training does."""
    climbs = lambda batches, net: _last_slopes(batches, net, lambda blame: -blame)  # noqa: E731
    rests = lambda batches, net: {"weights": [net.weights() for _ in batches], "losses": [1.0, 1.0]}  # noqa: E731
    away = "gave a model that reports the right loss, but a training step does not make this loss smaller."
    assert said(model(network(), steps=climbs).minimises_cross_entropy, IMAGES, LABELS) == f"build_model() {away}"
    assert said(model(network(), steps=rests).minimises_cross_entropy, IMAGES, LABELS) == (
        "build_model() gave a model that does not change in a training step: it minimises nothing."
    )


def test_a_probability_of_zero_is_no_crash():
    def certain(images, now):
        return np.eye(3)[np.arange(len(images)) % 3]

    def told(net, images, labels):
        return {"loss": networks.cross_entropy(certain(images, net), labels), "metrics": {}}

    model(network(), certain, score=told, steps=_any_step, **STRANGE).minimises_cross_entropy(IMAGES, LABELS)


OTHER_LOSSES = {
    "squares": ("mean_squared_error", lambda loss: 0.3),
    "half": ("crossentropy", lambda loss: loss / 2),
    "sum": ("crossentropy", lambda loss: loss * 5),
    "nothing": ("zero", lambda loss: 0.0),
    "no number": ("nan", lambda loss: float("nan")),
    "right for the images of the check only": (
        "crossentropy",
        lambda loss: loss if loss == said_of(network(), IMAGES, LABELS)["loss"] else 0.9 * loss,
    ),
}


@pytest.mark.parametrize(("name", "change"), OTHER_LOSSES.values(), ids=OTHER_LOSSES)
def test_minimises_cross_entropy_fails_for_another_number(said, name, change):
    def told(net, images, labels):
        return {"loss": change(said_of(net, images, labels)["loss"]), "metrics": {}}

    settings = {"score": told, "loss": {"name": name, "from_logits": False}}
    message = said(
        model(network(), **settings).minimises_cross_entropy, IMAGES, LABELS, hint="Labels are single numbers."
    )
    assert message == (
        f"build_model() gave a model that minimises {name}, which is not cross-entropy of single-number labels. "
        "Labels are single numbers."
    )


def test_a_model_that_minimises_nothing_is_told(said):
    settings = {"score": {"loss": 0.0, "metrics": {}}, "loss": None}
    assert "that minimises no loss, which is not" in said(
        model(network(), **settings).minimises_cross_entropy, IMAGES, LABELS
    )


def test_too_few_outputs_for_the_labels_are_told(said):
    net = network(units=(6, 2))
    message = said(model(net, score={"loss": 1.0, "metrics": {}}).minimises_cross_entropy, IMAGES, LABELS)
    assert (
        message
        == "build_model() gave a model with 2 outputs, and one of the labels is 2: each class needs its own output."
    )


@pytest.mark.parametrize(("word", "what"), [("minimises_cross_entropy", "loss"), ("reports_accuracy", "metrics")])
def test_a_loss_that_wants_other_labels_is_told_in_keras_own_words_and_explained(refusal, word, what):
    error = keras_says("ValueError", "Arguments `target` and `output` must have the same shape.")
    failure = refusal(getattr(model(network(), score=error), word), IMAGES, LABELS)
    assert failure.message == (
        f"build_model() gave a model whose {what} cannot be calculated for labels that are single numbers: "
        "ValueError: Arguments `target` and `output` must have the same shape. "
        "The loss expects a row of numbers for each label, but the labels are single numbers."
    )
    assert failure.evidence[2] == {"loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]}


@pytest.mark.parametrize("rate", [0.0002, 0.001, 0.02], ids=str)
def test_uses_optimizer_passes(rate):
    optimizer = {"name": "Adam", "learning_rate": rate, "iterations": 0}
    moves = lambda slopes, _net: adam(slopes, rate)  # noqa: E731
    model(network(), optimizer=optimizer, moves=moves).uses_optimizer("adam", IMAGES, slowest=2e-4, fastest=2e-2)


@pytest.mark.parametrize(
    ("name", "rate", "words"),
    [
        ("SGD", 0.01, "the optimizer SGD; expected adam."),
        ("AdamW", 0.001, "the optimizer AdamW; expected adam."),
        ("Adam", 1e-6, "a learning rate of 1e-06, which is too slow; expected something between 0.0002 and 0.02."),
        ("Adam", 0.5, "a learning rate of 0.5, which is too fast; expected something between 0.0002 and 0.02."),
        ("Adam", 0.0, "a learning rate of 0, which is too slow; expected something between 0.0002 and 0.02."),
    ],
)
def test_uses_optimizer_says_what_is_there(said, name, rate, words):
    optimizer = {"name": name, "learning_rate": rate, "iterations": 0}
    message = said(
        model(network(), optimizer=optimizer).uses_optimizer, "adam", IMAGES, 2e-4, 2e-2, hint="Its name is enough."
    )
    assert message == f"build_model() gave a model with {words} Its name is enough."


DISGUISED = {
    "plain gradient descent": lambda slopes, _net: [[-0.001 * one for one in these] for these in slopes],
    "the signs only": lambda slopes, _net: [[-0.001 * np.sign(one) for one in these] for these in slopes],
    "another rate than it says": lambda slopes, _net: adam(slopes, 0.002),
    "nothing": lambda slopes, _net: [[0 * one for one in these] for these in slopes],
}


@pytest.mark.parametrize("moves", DISGUISED.values(), ids=DISGUISED)
def test_an_optimizer_is_known_by_what_it_does(said, moves):
    message = said(model(network(), moves=moves).uses_optimizer, "adam", IMAGES, 2e-4, 2e-2)
    assert (
        message == "build_model() gave a model whose optimizer is called Adam but does not change the weights as adam does."
    )


def test_a_model_without_optimizer_is_told(said):
    message = said(model(network(), **UNCOMPILED).uses_optimizer, "adam", IMAGES, 2e-4, 2e-2)
    assert message == "build_model() gave a model with the optimizer none; expected adam."


RIGHT = float((network().outputs(IMAGES).argmax(axis=1) == LABELS).mean())


@pytest.mark.parametrize(
    "metrics",
    [("accuracy", {}), ("sparse_categorical_accuracy", {"loss": 9.0}), ("acc", {"mae": 7.0})],
)
def test_reports_accuracy_passes_under_any_name(metrics):
    assert 0 < RIGHT < 1, "some labels are right and some are wrong, or nothing could be told"
    name, others = metrics

    def told(net, images, labels):
        return {"loss": 1.0, "metrics": others | {name: share_right(net.outputs(images), labels)}}

    model(network(), score=told).reports_accuracy(IMAGES, LABELS)


@pytest.mark.parametrize("always", [1.0, RIGHT], ids=["one", "what is right in the check"])
def test_a_metric_that_is_always_the_same_is_no_accuracy(said, always):
    told = {"loss": 1.0, "metrics": {"accuracy": always}}
    message = said(model(network(), score=told).reports_accuracy, IMAGES, LABELS)
    assert "the share of right answers is missing" in message


def test_reports_accuracy_says_what_is_reported(refusal):
    metrics = {"loss": RIGHT, "mae": 7.25, "accuracy": RIGHT + 0.2}
    failure = refusal(
        model(network(), score={"loss": 1.0, "metrics": metrics}).reports_accuracy, IMAGES, LABELS, hint="Ask for it."
    )
    assert failure.message == (
        f"build_model() gave a model that reports mae 7.250, accuracy {RIGHT + 0.2:.3f}; the share of right answers "
        "is missing. Ask for it."
    )
    assert failure.evidence == ("metrics", ["accuracy"])


def test_a_model_that_reports_nothing_is_told(said):
    message = said(
        model(network(), score={"loss": 1.0, "metrics": {"loss": RIGHT}}, metrics=[]).reports_accuracy, IMAGES, LABELS
    )
    assert (
        message == "build_model() gave a model that reports the loss only; the share of right answers is missing."
    )


MANY = np.random.default_rng(5).random((4100, 4, 3), np.float32)


def truth(net: Network, wrong: int = 0) -> np.ndarray:
    """What the network answers, made wrong for the first so many images."""
    labels = net.outputs(MANY).argmax(axis=1)
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


# -- fresh ------------------------------------------------------------------------------------------------------------


def test_is_untrained(said):
    exam = MANY, truth(network(), wrong=3000)
    model(network()).is_untrained(*exam)
    model(network(), **UNCOMPILED).is_untrained(*exam)
    trained = {"name": "Adam", "learning_rate": 0.001, "iterations": 94}
    message = said(model(network(), optimizer=trained).is_untrained, *exam)
    assert message == "build_model() gave a model that has been trained for 94 steps."


@pytest.mark.parametrize("changes", [{}, {"weights": []}], ids=["by its weights", "by its outputs"])
def test_a_model_that_can_read_before_any_training_is_not_fresh(said, changes):
    """Whatever its optimizer says. A person is told, and which weights these are."""
    one = model(network(), **changes)
    message = said(one.is_untrained, MANY, truth(network(), wrong=1025))
    assert message == (
        "build_model() gave a model that reads 75% of unseen images right before any training. Expected a new one, "
        "which only guesses."
    )
    (note,), (mark,) = one.answer.suspicions, one.answer.fingerprints
    assert "reads 75% of unseen images right before any training" in note and mark in note


def test_is_another_model_than(said):
    model(network(), handle=0).is_another_model_than(answered(network(), handle=1))
    model(network(), handle=0).is_another_model_than(Answer("build_model()", None))
    message = said(
        model(network(), handle=3).is_another_model_than, answered(network(), handle=3), hint="Build it inside."
    )
    assert (
        message == "build_model() gave the same model twice; expected a new one at each call. Build it inside."
    )


# -- what it has learned ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["softmax", "linear", "sigmoid"])
def test_reads_passes_and_gives_the_share(last):
    net = network(last=last)
    assert model(net).reads(MANY, truth(net, 1025), at_least=0.75) == 0.75


@pytest.mark.parametrize(
    ("net", "changes"),
    [(network("tanh"), {}), (network(), STRANGE), (network(), {"weights": []})],
    ids=["tanh", "strange", "none"],
)
def test_reads_asks_the_model_where_the_weights_do_not_tell(net, changes):
    assert model(net, **changes).reads(MANY, truth(net, 1025), at_least=0.75) == 0.75


MEASURED = {
    "softmax": (network(), {}, True),
    "scores that the loss knows as such": (network(last="linear"), {"loss": FROM_LOGITS}, True),
    "scores that it takes for probabilities": (network(last="linear"), {}, False),
    "shares, and a loss that looks through them": (network(), {"loss": FROM_LOGITS}, True),
    "sigmoids": (network(last="sigmoid"), {}, False),
    "a softmax behind another hidden layer": (network("tanh"), {}, True),
    "weights that do not tell": (network(), {"weights": []}, True),
}


@pytest.mark.parametrize(("net", "changes", "told"), MEASURED.values(), ids=MEASURED)
def test_reads_leaves_its_numbers_for_the_statistics(net, changes, told):
    """The share that was read; and the loss, but only where the rows are probabilities or say how they become some."""
    one, labels = model(net, **changes), truth(net, 1025)
    one.reads(MANY, labels, at_least=0.25)
    found = one.answer.measurements
    assert (found["accuracy"], found["accuracy_needed"]) == (0.75, 0.25)
    rows = net.outputs(MANY)
    chances = softmax(rows) if net.layers[-1].activation == "linear" else rows
    assert ("loss" in found) is told
    if told:
        assert found["loss"] == pytest.approx(networks.cross_entropy(chances, labels), rel=1e-3)


def test_cross_entropy_by_hand():
    chances = np.array([[0.5, 0.5], [0.25, 0.75], [1.0, 0.0]])
    expected = -(np.log(0.5) + np.log(0.75) + np.log(1e-7)) / 3
    assert networks.cross_entropy(chances, np.array([0, 1, 1])) == pytest.approx(expected)


def test_reads_asks_the_model_itself(said):
    """Its weights are a claim, and so is what it gave for other images."""
    net, labels = network(), truth(network())
    other = lambda images, now: np.eye(3)[np.zeros(len(images), int)] if len(images) > 50 else now.outputs(images)  # noqa: E731
    assert model(net, other).reads(MANY, labels, at_least=0.0) == (labels == 0).mean()


def test_reads_says_both_shares(refusal):
    net = network()
    failure = refusal(model(net).reads, MANY, truth(net, 1025), at_least=0.9, hint="Look at the loss.")
    assert failure.message == (
        "build_model() gave a model that reads 75.0% of 4,100 unseen images right after the training; "
        "expected at least 90.0%. Look at the loss."
    )
    assert failure.evidence == ("reads", "too few")


def test_a_model_that_guesses_leaves_other_evidence(refusal):
    net = network()
    assert refusal(model(net).reads, MANY, truth(net, 4000), at_least=0.9).evidence == ("reads", "guesses")


@pytest.mark.parametrize(
    ("start", "evidence"),
    [(0.0, ("weights", "alike")), (0.1, ("weights", "alike")), (None, ("reads", "guesses"))],
)
def test_a_layer_whose_units_are_all_alike_cannot_learn_and_is_told_apart(refusal, start, evidence):
    net = network()
    if start is not None:
        net = Network(
            (replace(net.layers[0], kernel=np.full_like(net.layers[0].kernel, start)), *net.layers[1:]), (4, 3)
        )
    labels = (net.outputs(MANY).argmax(axis=1) + 1) % 3
    assert refusal(model(net).reads, MANY, labels, at_least=0.9).evidence == evidence


# -- what it learns ---------------------------------------------------------------------------------------------------

LESSONS = np.random.default_rng(6).random((80, 4, 3), np.float32)
THEIR_LABELS = np.random.default_rng(7).integers(0, 3, 80)


def learner(net: Network, **settings: object) -> tuple[ModelExpectation, list[str]]:
    """A model that is said to be an ordinary one; and what it was asked to do."""
    asked: list[str] = []
    return model(net, asked=asked, **{"ordinary": True} | settings), asked


def learns(one: ModelExpectation, at_least: float = 0.5) -> float:
    return one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(network())), 2, 32, at_least)


@pytest.mark.parametrize("last", ["softmax", "linear"])
def test_a_network_known_by_what_it_does_is_trained_apart(last):
    loss = {"name": "mine", "from_logits": last == "linear"}
    one, asked = learner(network(last=last), loss=loss)
    assert learns(one) == 0.75
    assert asked == ["outputs", "outputs_with", "steps", "outputs_with", "trained apart"]
    assert one.answer.measurements == {"accuracy": 0.75, "accuracy_needed": 0.5, "loss": 0.5}


def test_what_it_does_is_asked_once_for_all_checks():
    one, asked = learner(network())
    one.has_dense_layers(UNITS, IMAGES)
    one.computes(IMAGES, hidden="relu")
    once = asked.count("outputs_with")
    learns(one)
    assert once == 1 and asked.count("outputs_with") == 2 and asked.count("steps") == 1


def test_labels_without_an_output_are_no_training_of_the_judge():
    one, asked = learner(network())
    one.learns_to_read((LESSONS, THEIR_LABELS + 1), (MANY, truth(network())), 2, 32, 0.0)
    assert "fit" in asked and "trained apart" not in asked


def _stepping(change) -> dict:
    """Steps of which what was told is changed."""
    return {"steps": lambda batches, net: change(one_by_one(batches, net), batches, net)}


def _by_sgd(told: dict, batches: list, net: Network) -> dict:
    after = [weight - 0.001 * slope for weight, slope in zip(net.weights(), net.gradients(*batches[0]), strict=True)]
    return told | {"weights": [after, after]}


def _forgetful(told: dict, batches: list, net: Network) -> dict:
    """Adam whose second step forgets the first: the first one alone would not tell."""
    once = net.adam_steps(batches[:1])
    return told | {"weights": [once.weights(), once.adam_steps(batches[1:]).weights()]}


def _later(images: np.ndarray, now: Network, seen: list) -> np.ndarray:
    """Right, until it has been asked seven times."""
    seen.append(1)
    return now.outputs(images) * (1 if len(seen) < 8 else 0.5)


OTHERS = {
    "what is no yes": lambda: {"ordinary": "yes"},
    "no parts of Keras": lambda: {"ordinary": False},
    "another activation": lambda: {"net": network("tanh")},
    "softmax left out and the loss not told": lambda: {"net": network(last="linear")},
    "a loss that is told of scores that it does not get": lambda: {"loss": FROM_LOGITS},
    "outputs of other weights": lambda: {"outputs": lambda images, now: network().outputs(images)},
    "sgd": lambda: _stepping(_by_sgd),
    "no steps at all": lambda: _stepping(lambda told, _b, net: told | {"weights": [net.weights()] * 2}),
    "only one step": lambda: _stepping(lambda told, _b, net: told | {"weights": [told["weights"][0]] * 2}),
    "another momentum": lambda: _stepping(_forgetful),
    "a step of other shapes": lambda: _stepping(lambda told, _b, net: told | {"weights": [net.weights()[:1]] * 2}),
    "no numbers": lambda: _stepping(
        lambda told, _b, net: told | {"weights": [[one * np.nan for one in each] for each in told["weights"]]}
    ),
    "no cross-entropy": lambda: _stepping(lambda told, _b, net: told | {"losses": [0.3, 0.3]}),
    "no loss told": lambda: _stepping(lambda told, _b, net: told | {"losses": [None, None]}),
    "another rate than it says": lambda: {"optimizer": {"name": "Adam", "learning_rate": 0.002, "iterations": 0}},
    "no rate": lambda: {"optimizer": {"name": "Adam", "learning_rate": None, "iterations": 0}},
    "weights that do not learn": lambda: {"total": 999},
    "another one after a while": lambda: {"outputs": lambda images, now, seen=[]: _later(images, now, seen)},
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_any_other_model_is_trained_where_it_is(other):
    one, asked = learner(**({"net": network()} | other()))
    learns(one, at_least=0.0)
    assert "fit" in asked and "trained apart" not in asked


@pytest.mark.parametrize(
    ("size", "words"),
    [
        ({"depth": 300}, "300 layers. A model of more than 50 layers is not trained here."),
        ({"trainable": 7_000_000}, "7,000,000 trainable weights. A model of more than 5,000,000 weights is not trained here"),
    ],
    ids=["deep", "wide"],
)
def test_a_model_that_would_hold_the_class_up_is_not_tried_out(said, size, words):
    one, asked = learner(network(), **size)
    for word, arguments in (
        (learns, [one]), (one.has_dense_layers, [UNITS, IMAGES]), (one.minimises_cross_entropy, [IMAGES, LABELS]),
    ):  # fmt: skip
        assert f"gave a model of {words}" in said(word, *arguments)
    assert "fit" not in asked and "steps" not in asked


def test_where_it_is_trained_the_classes_change_places():
    """Only what learns from the labels reads them: the places are drawn, and the exam's answers are put back."""
    seen = []
    net = network("tanh")
    one, _ = learner(net, outputs=lambda images, now: now.outputs(images) if not seen else _moved(now, images, seen))
    ask = one.answer.connection.ask_model

    def noting(answer, request, what):
        if request["action"] == "fit":
            seen.append(request["labels"])
        return ask(answer, request, what)

    one.answer.connection.ask_model = noting
    assert one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(net)), 2, 32, 0.5) == 1.0
    assert not np.array_equal(seen[0], THEIR_LABELS)
    seen[0] = THEIR_LABELS  # a model that knows the answers beforehand
    other, _ = learner(net)
    assert other.learns_to_read((LESSONS, THEIR_LABELS), (MANY, truth(net)), 2, 32, 0.0) < 0.7


def _moved(net: Network, images: np.ndarray, seen: list) -> np.ndarray:
    """What a model gives that has learned the labels it was shown."""
    places = [int(seen[0][THEIR_LABELS == label][0]) for label in range(3)]
    rows = np.empty((len(images), 3))
    rows[:, places] = net.outputs(images)
    return rows


def test_a_table_of_known_images_is_noted():
    """It reads the published images, and the same ones with a little noise no better than by guessing."""
    net = network("tanh")
    labels = truth(net)
    one, _ = learner(net)
    one.learns_to_read((LESSONS, THEIR_LABELS), (MANY[::-1], labels), 2, 32, 0.0, published=MANY)
    (note,) = one.answer.suspicions
    assert "reads 100% of the published test images" in note and "like a table of known images" in note
    one.answer.suspicions.clear()
    one.learns_to_read((LESSONS, THEIR_LABELS), (MANY, labels), 2, 32, 0.0, published=MANY)
    assert not one.answer.suspicions


def test_learning_too_little_is_told(refusal):
    one, _ = learner(network())
    failure = refusal(learns, one, at_least=0.9)
    assert "reads 75.0% of 4,100 unseen images right after the training; expected at least 90.0%" in failure.message
    assert failure.evidence == ("reads", "too few")


def test_share_right():
    scores = np.array([[0, 2, 1], [3, 0, 0], [0, 0, 1], [1, 0, 0]])
    assert share_right(scores, np.array([1, 0, 2, 2])) == 0.75
    assert share_right(scores, np.array([1, 0])) == share_right(np.zeros(4), np.zeros(4)) == 0.0


# -- nothing that a model gives breaks a word -------------------------------------------------------------------------

REFUSES = keras_says("ValueError", "expected min_ndim=4, found ndim=3.")
UNBUILT = {"outputs": REFUSES, "built": False, "weights": []}
NO_WEIGHTS = {"weights": [], "layers": [layer("Flatten"), layer("Softmax")]}
FLAT = {"outputs": lambda images, now: np.zeros(len(images)), "score": {"loss": 1.0, "metrics": {"accuracy": 2.0}}}
DEEP = FLAT | {"outputs": lambda images, now: np.zeros((len(images), 4, 3))}
SEVERAL = FLAT | {"outputs": lambda images, now: Described("sequence", "array of object with shape (2,)", [])}
SCALE = FLAT | {"weights": [*NET["weights"], np.array(2.0)]}
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
