"""The words about how a model is compiled: each passes for every fair form, fails, and is pinned in its wording."""

import numpy as np
import pytest
from answered_models import (
    IMAGES,
    LABELS,
    STRANGE,
    UNCOMPILED,
    adam,
    keras_says,
    model,
    network,
    said_of,
)

from autograder.expectations import network as networks
from autograder.expectations.network import (
    ACTIVATIONS,
    Network,
    last_scores,
    share_right,
    softmax,
)

NOT_COMPILED = "build_model() gave a model that is not compiled: it does not know yet what to minimise."


def test_is_compiled(said):
    model(network()).is_compiled()
    assert said(model(network(), **UNCOMPILED).is_compiled, hint="Compile it.") == f"{NOT_COMPILED} Compile it."
    nothing = {"score": {"loss": 0.0, "metrics": {}}}
    assert said(model(network(), **nothing).is_compiled) == (
        "build_model() gave a model that says it is compiled, but its loss is 0 for all images and labels."
    )
    model(network(), loss=None, **nothing).is_compiled()  # a step of its own may have no loss by name


NOTHING = {"loss": 0.0, "metrics": {}}
NOT_ASKED = {
    "a loss for other labels": {"score": keras_says("ValueError", "labels of another shape")},
    "it takes images of any shape": {"score": NOTHING, "input_shape": None},
    "it takes images of any size": {"score": NOTHING, "input_shape": (None, None, None)},
}


@pytest.mark.parametrize("settings", NOT_ASKED.values(), ids=NOT_ASKED)
def test_a_loss_is_nothing_only_if_that_is_seen(said, settings):
    model(network(), **settings).is_compiled()
    assert "its loss is 0 for all images and labels" in said(model(network(), score=NOTHING).is_compiled)


def test_rewards_the_label_needs_compiling(said):
    assert said(model(network(), **UNCOMPILED).rewards_the_label, IMAGES) == NOT_COMPILED


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
def test_rewards_the_label_passes(net, loss):
    model(net, score=loss).rewards_the_label(IMAGES)


@pytest.mark.parametrize(
    "loss",
    [
        lambda chances: -(1 - chances) ** 2 * np.log(chances),
        lambda chances: -0.9 * np.log(chances),
        lambda chances: 7 - np.log(chances),
    ],
    ids=["focal", "weaker", "with a penalty"],
)
def test_rewards_the_label_passes_for_any_fair_loss(loss):
    def say(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
        return {"loss": float(loss(net.outputs(images)[np.arange(len(labels)), labels]).mean()), "metrics": {}}

    model(network(), score=say).rewards_the_label(IMAGES)


def test_probabilities_that_are_cut_off_are_alike():
    """Of two that are almost 0 the loss is that of the limit, although one is larger."""
    sure = lambda images, now: np.tile(np.array([1.0, 1e-8, 1e-12]), (len(images), 1))  # noqa: E731

    def say(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
        return {"loss": networks.cross_entropy(sure(images, net), labels, 1e-7), "metrics": {}}

    model(network(), sure, score=say).rewards_the_label(IMAGES)


def squares(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
    """The mean squared error, of which a label is taken for an amount."""
    return {"loss": float(((net.outputs(images) - labels[:, None]) ** 2).mean()), "metrics": {}}


def cut_off(net: Network, images: np.ndarray, labels: np.ndarray) -> dict:
    """What Keras makes of bare scores that it takes for probabilities."""
    return {"loss": networks.cross_entropy(np.clip(net.outputs(images), 1e-7, 1), labels, 1e-7), "metrics": {}}


@pytest.mark.parametrize(
    ("net", "loss"),
    [
        (network(), squares),
        (network(), {"loss": 1.0, "metrics": {}}),
        (network(), {"loss": float("nan"), "metrics": {}}),
        (network(last="linear"), cut_off),
    ],
    ids=["mean squared error", "always the same", "not a number", "bare scores"],
)
def test_rewards_the_label_refuses_what_does_not_fit(said, net, loss):
    message = said(model(net, score=loss, loss={"name": "a_loss", "from_logits": False}).rewards_the_label, IMAGES)
    assert message.startswith("build_model() gave a model whose loss (a_loss) does not fit labels that are single numbers, ")
    assert "So the loss must be smaller if " in message


def test_rewards_the_label_says_what_a_loss_cannot_take(said):
    error = keras_says("ValueError", "Arguments `target` and `output` must have the same shape.")
    message = said(model(network(), score=error).rewards_the_label, IMAGES)
    assert "gave a model whose loss and metrics cannot be calculated for labels that are single numbers: ValueError: Arguments" in message


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


@pytest.mark.parametrize("word", ["minimises_cross_entropy", "reports_accuracy"])
def test_a_loss_that_wants_other_labels_is_told_in_keras_own_words_and_explained(refusal, word):
    error = keras_says("ValueError", "Arguments `target` and `output` must have the same shape.")
    failure = refusal(getattr(model(network(), score=error), word), IMAGES, LABELS)
    assert failure.message == (
        "build_model() gave a model whose loss and metrics cannot be calculated for labels that are single numbers: "
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


def test_adam_may_be_told_how_much_it_forgets(refusal):
    def moves(slopes, _net):
        means, squares, found = [0.0] * len(slopes[0]), [0.0] * len(slopes[0]), []
        for step, these in enumerate(slopes, 1):
            means = [0.5 * old + 0.5 * new for old, new in zip(means, these, strict=True)]
            squares = [0.7 * old + 0.3 * new**2 for old, new in zip(squares, these, strict=True)]
            pairs = zip(means, squares, strict=True)
            found.append([-0.001 * (mean / (1 - 0.5**step)) / (np.sqrt(square / (1 - 0.7**step)) + 1e-7) for mean, square in pairs])
        return found

    told = {"name": "Adam", "learning_rate": 0.001, "iterations": 0, "betas": (0.5, 0.7)}
    model(network(), optimizer=told, moves=moves).uses_optimizer("adam", IMAGES, 2e-4, 2e-2)
    refusal(model(network(), optimizer=told | {"betas": None}, moves=moves).uses_optimizer, "adam", IMAGES, 2e-4, 2e-2)
