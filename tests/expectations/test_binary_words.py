"""The words about models with one output: each passes for every fair form, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from answered_models import IMAGES, UNCOMPILED, model, network, said_of

from autograder.expectations import measures
from autograder.expectations.binary_words import stepped_auc

LABELS = np.array([1, 0, 0, 1, 1], np.uint8)
UNITS = (6, 1)
SIGMOID, SCORE = network(last="sigmoid", units=UNITS), network(last="linear", units=UNITS)
BINARY = {"loss": {"name": "binary_crossentropy", "from_logits": False}}
FITTING = {"loss": {"name": "binary_crossentropy", "from_logits": True}}
FAIR = {"a probability": (SIGMOID, BINARY), "a score": (SCORE, FITTING), "a loss of another name": (SIGMOID, {})}


@pytest.fixture
def said(refusal):
    return lambda *arguments, **settings: refusal(*arguments, **settings).message


def one_unit_softmax(images, now):
    return np.ones((len(images), 1), np.float32)


def unfit(net, images, labels):
    """The loss of probabilities for a model that gives scores: they are cut off at 0 and 1."""
    return {"loss": measures.loss(np.clip(net.outputs(images), 1e-7, 1 - 1e-7), labels), "metrics": {}}


@pytest.mark.parametrize(("net", "settings"), FAIR.values(), ids=FAIR)
def test_every_word_reads_a_fair_binary_model_alike(net, settings):
    """One strategy of prediction: what is said about classes holds for yes and no, too."""
    for word in ("gives_one_probability", "gives_probabilities"):
        getattr(model(net, **settings), word)(IMAGES)
    for word in ("minimises_binary_cross_entropy", "minimises_cross_entropy", "reports_accuracy"):
        getattr(model(net, **settings), word)(IMAGES, LABELS)
    many = np.random.default_rng(1).random((300, 4, 3), np.float32)
    truth = (network(last="sigmoid", units=UNITS).outputs(many).reshape(-1) >= 0.5).astype(int)
    assert model(net, **settings).reads(many, truth, 0.99) == 1.0


def test_a_score_leaves_a_remark():
    one = model(SCORE, **FITTING)
    one.gives_one_probability(IMAGES)
    assert "raw scores" in one.answer.remarks[0]


def test_two_numbers_are_not_one(said):
    assert said(model(network()).gives_one_probability, IMAGES) == (
        "build_model() gave a model that turns 5 rows into shape (5, 3); expected (5, 1), one number a row."
    )


def test_softmax_over_one_unit_is_named(refusal):
    failure = refusal(model(SIGMOID, outputs=one_unit_softmax, **BINARY).gives_one_probability, IMAGES)
    assert failure.message.startswith("build_model() gave a model that gives 1.0 for every row")
    assert failure.evidence == ("always one",)


def test_bare_scores_with_a_loss_of_probabilities(said):
    one = {"score": unfit, **BINARY}
    assert "; expected a probability, from 0 to 1." in said(model(SCORE, **one).gives_one_probability, IMAGES)
    message = said(model(SCORE, **one).minimises_binary_cross_entropy, IMAGES, LABELS)
    assert message == (
        "build_model() gave a model that minimises binary_crossentropy, which is not binary cross-entropy of what it gives: "
        "it takes the numbers for probabilities, and they are bare scores."
    )


def test_another_loss(said):
    squares = lambda net, images, labels: {"loss": float(((net.outputs(images)[:, 0] - labels) ** 2).mean())}  # noqa: E731
    one = model(SIGMOID, score=squares, loss={"name": "mse", "from_logits": False})
    assert said(one.minimises_binary_cross_entropy, IMAGES, LABELS) == (
        "build_model() gave a model that minimises mse, which is not binary cross-entropy of what it gives."
    )


def test_a_loss_that_no_step_makes_smaller(said):
    def stands(batches, net):
        return {"weights": [net.weights() for _ in batches], "losses": [1.0 for _ in batches]}

    def climbs(batches, net):
        return {"weights": [[2 * w - s for w, s in zip(net.weights(), each.weights(), strict=True)]
                            for each in net.adam_path(batches)], "losses": [1.0 for _ in batches]}  # fmt: skip

    tried = [(stands, "minimises nothing"), (climbs, "does not make this loss smaller")]
    for steps, words in tried:
        assert words in said(model(SIGMOID, steps=steps, **BINARY).minimises_binary_cross_entropy, IMAGES, LABELS)
    assert "not compiled" in said(model(SIGMOID, **UNCOMPILED).minimises_binary_cross_entropy, IMAGES, LABELS)


def with_metric(name, value):
    def score(net, images, labels):
        told = said_of(net, images, labels)
        return told | {"metrics": {"loss": told["loss"], name: value(net.outputs(images), labels)}}

    return score


METRICS = {
    "auc": ("area", measures.auc),
    "in steps": ("auc", lambda rows, labels: stepped_auc(rows.reshape(-1), labels)),
    "precision over recall": ("prc", measures.average_precision),
    "precision": ("p", measures.precision),
    "recall": ("r", measures.recall),
}


@pytest.mark.parametrize(("name", "value"), METRICS.values(), ids=METRICS)
def test_reports_any_of(name, value):
    model(SIGMOID, score=with_metric(name, value), **BINARY).reports_any_of(("AUC", "precision", "recall"), IMAGES)


def test_reports_none_of_them(said):
    wanted = ("AUC", "precision", "recall"), IMAGES
    assert said(model(SIGMOID, **BINARY).reports_any_of, *wanted) == (
        "build_model() gave a model that reports accuracy; expected one of AUC, precision, recall."
    )
    only = model(SIGMOID, score=with_metric("loss", lambda rows, labels: 0.7), **BINARY)
    assert "reports the loss only" in said(only.reports_any_of, *wanted)
    always = model(SIGMOID, score=with_metric("auc", lambda rows, labels: 1.0), **BINARY)
    assert "reports auc;" in said(always.reports_any_of, *wanted)
