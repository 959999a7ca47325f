"""Models for tests, as a judge gets them: a network that answers what a worker would. Without Keras."""

from types import SimpleNamespace

import numpy as np

from autograder.expectations import expect, measures
from autograder.expectations import network as networks
from autograder.expectations.answer import StudentError
from autograder.expectations.models import ModelExpectation
from autograder.expectations.network import (
    Dense,
    Network,
    Score,
    share_right,
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
    if measures.one_column(rows):
        scores = net.layers[-1].activation == "linear"
        loss = measures.loss(rows, labels, scores, 1e-300)
        return {"loss": loss, "metrics": {"accuracy": measures.accuracy(rows, labels, scores)}}
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
    """What steps of adam come to, as ``values.keras.computing.steps`` tells it."""
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
    without: frozenset = frozenset(),
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
        without: shortcuts that the judge does not take.
    """

    def ask(_model: ModelAnswer, request: dict, _what: str) -> object:
        if asked is not None:
            asked.append(request["action"])
        now = net.with_weights(request["weights"]) if "weights" in request else net
        reply = {
            "takes": lambda: takes(request["rows"]),
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

    def remembered(_key: Network, plan: object, exam: tuple, _train: object, on_disk: bool, afresh: bool) -> Score:
        asked.append("trained apart" if on_disk else "trained apart, not kept")
        return Score(0.75, 0.5)

    def takes(images: np.ndarray) -> bool:
        try:
            rows(images, net)
        except StudentError:
            return False
        return True

    rows = outputs or (lambda images, now: now.outputs(images).astype(np.float32))
    content = described(net, **changes)
    session = SimpleNamespace(
        secret=29,
        seconds=60,
        seed=3,
        levels={"full"},
        trainings=SimpleNamespace(score=remembered),
        without=without,
        found=SimpleNamespace(shortcuts=set()),
    )
    connection = SimpleNamespace(ask_model=ask, session=session, libraries=("keras",))
    return ModelAnswer("build_model()", Described("model", "Sequential", content), connection=connection, handle=handle)


def model(*arguments: object, **settings: object) -> ModelExpectation:
    return expect(answered(*arguments, **settings)).is_a_model()


def keras_says(kind: str, message: str) -> StudentError:
    return StudentError("its loss", {"type": kind, "message": message}, None)


MANY = np.random.default_rng(5).random((4100, 4, 3), np.float32)


def truth(net: Network, wrong: int = 0) -> np.ndarray:
    """What the network answers, made wrong for the first so many images."""
    labels = net.outputs(MANY).argmax(axis=1)
    labels[:wrong] = (labels[:wrong] + 1) % 3
    return labels


FROM_LOGITS = {"name": "sparse_categorical_crossentropy", "from_logits": True}
UNCOMPILED = {"compiled": False, "loss": None, "optimizer": None, "metrics": []}
# a convolution, say: the judge cannot work out what such weights make of an image
STRANGE = {"weights": [np.ones((2, 2, 1, 4)), np.ones(4), np.ones(3), np.ones(3)]}
