"""The words about models with one output: each passes for every fair form, fails, and is pinned in its wording. Without Keras."""

import numpy as np
import pytest
from answered_models import IMAGES, UNCOMPILED, layer, model, network, said_of

from autograder.expectations import measures
from autograder.expectations.binary_words import binary_losses, stepped_auc
from autograder.expectations.network import ACTIVATIONS, last_scores, sigmoid

LABELS = np.array([1, 0, 0, 1, 1], np.uint8)
UNITS = (6, 1)
SIGMOID, SCORE = network(last="sigmoid", units=UNITS), network(last="linear", units=UNITS)
BINARY = {"loss": {"name": "binary_crossentropy", "from_logits": False}}
FITTING = {"loss": {"name": "binary_crossentropy", "from_logits": True}}
FAIR = {"a probability": (SIGMOID, BINARY), "a score": (SCORE, FITTING), "a loss of another name": (SIGMOID, {})}


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
        "it takes the numbers for probabilities, and some are below 0 or above 1."
    )


@pytest.mark.parametrize(("least", "most"), [(0.2, 1.5), (-0.5, 0.9)])
def test_numbers_that_are_no_probabilities_for_usual_rows_are_told(said, least, most):
    """They go no further elsewhere."""
    one = model(SIGMOID, outputs=lambda images, now: (least + (most - least) * now.outputs(100 * images)).astype(np.float32), score=unfit, **BINARY)
    text = said(one.gives_one_probability, IMAGES)
    assert text.endswith("; expected a probability, from 0 to 1.") and "elsewhere" not in text


@pytest.mark.parametrize("last", ["relu", "linear"])
def test_a_loss_of_probabilities_does_not_fit_unbounded_numbers_whatever_a_fresh_model_gives(said, last):
    """By chance, its numbers for these rows all lie between 0 and 1; a mark must not depend on that."""
    start = network(last=last, units=UNITS)
    kernel, bias, last_kernel, _bias = start.weights()
    small = start.with_weights([kernel, bias, 0.05 * np.abs(last_kernel), np.array([0.5], np.float32)])
    (given,) = model(small, score=unfit, **BINARY).answer.outputs(IMAGES)
    assert 0 < given.min() < given.max() < 1
    message = said(model(small, score=unfit, **BINARY).minimises_binary_cross_entropy, IMAGES, LABELS)
    assert message.endswith("and some are below 0 or above 1.")


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


def signs(batches, net, penalty, noise=None):
    """The first step of adam in the last layer: by the sign of each slope, to which a penalty for the weights is added."""
    found, losses = [], []
    for images, labels in batches:
        kernel, bias = net.weights()[-2:]
        inputs = ACTIVATIONS["relu"](last_scores(net.weights()[:-2], images, "linear"))
        inputs = inputs if noise is None else inputs * noise
        yes = sigmoid(last_scores(net.weights(), images, "relu"))
        blame = (yes - labels[:, None]) / len(images)
        sizes = sum(float(np.abs(weights).sum()) for weights in net.weights()[-2:])
        losses.append(measures.loss(yes, labels) + penalty * sizes)
        slopes = inputs.T @ blame + penalty * np.sign(kernel), blame.sum(axis=0) + penalty * np.sign(bias)
        moved = [weight - 0.001 * np.sign(slope) for weight, slope in zip((kernel, bias), slopes, strict=True)]
        found.append([*net.weights()[:-2], *moved])
    return {"weights": found, "losses": losses}


@pytest.mark.parametrize("penalty", [0.001, 0.6, 2.0])
def test_a_penalty_may_turn_a_step(penalty):
    """It moves weights of units that give 0, and may be larger than a slope; the reported loss says how large it is."""
    one = model(network(last="sigmoid", units=(40, 1)), steps=lambda batches, net: signs(batches, net, penalty), **BINARY)
    one.minimises_binary_cross_entropy(IMAGES, LABELS)


def test_a_penalty_alone_is_no_loss(said):
    """Nor one that the reported loss does not have."""

    def hidden(batches, net):
        return {**signs(batches, net, 50.0), "losses": signs(batches, net, 0.0)["losses"]}

    one = model(network(last="sigmoid", units=(40, 1)), steps=hidden, **BINARY)
    assert "does not make this loss smaller" in said(one.minimises_binary_cross_entropy, IMAGES, LABELS)


def test_a_layer_that_is_random_in_training_may_turn_the_kernel(said):
    noise = np.where(np.arange(40) % 3, 1.0, -1.0)
    net, steps = network(last="sigmoid", units=(40, 1)), lambda batches, net: signs(batches, net, 0.0, noise)
    dense = [layer("Flatten"), layer("Dense", units=40), layer("AlphaDropout"), layer("Dense", units=1)]
    model(net, steps=steps, layers=dense, **BINARY).minimises_binary_cross_entropy(IMAGES, LABELS)
    assert "does not make this loss smaller" in said(model(net, steps=steps, **BINARY).minimises_binary_cross_entropy, IMAGES, LABELS)


def test_one_row_that_moves_nothing_is_not_enough():
    """As with relu at the end: for the first row it may be 0, and its slope too."""

    def second(batches, net):
        return {"weights": [net.weights(), [weight + 1 for weight in net.weights()]], "losses": [1.0, 1.0]}

    strange = lambda images, now: np.abs(now.outputs(images)).astype(np.float32) ** 1.5  # noqa: E731
    score = lambda net, images, labels: {"loss": measures.loss(strange(images, net), labels), "metrics": {}}  # noqa: E731
    model(SIGMOID, outputs=strange, score=score, steps=second, **BINARY).minimises_binary_cross_entropy(IMAGES, LABELS)


def test_why_no_step_moves_it(said):
    def stands(batches, net):
        return {"weights": [net.weights() for _ in batches], "losses": [1.0 for _ in batches]}

    frozen = {"trainable": 0, "layers": [layer("InputLayer", trainable=False), layer("Dense", units=1, trainable=False)]}
    still = {"optimizer": {"name": "Adam", "learning_rate": 0.0, "iterations": 0}}
    for settings, why in ((frozen, "its weights are frozen (trainable=False)"), (still, "its learning rate is 0")):
        message = said(model(SIGMOID, steps=stands, **BINARY, **settings).minimises_binary_cross_entropy, IMAGES, LABELS)
        assert message == f"build_model() gave a model that does not change in a training step: {why}."


def test_sigmoid_twice_is_told(refusal):
    twice = lambda images, now: sigmoid(now.outputs(images)).astype(np.float32)  # noqa: E731
    failure = refusal(model(SIGMOID, outputs=twice, **BINARY).gives_one_probability, IMAGES)
    assert failure.message == (
        "build_model() gave a model that ends in sigmoid twice, one after the other: no number is below 0.5, whatever is in the row."
    )
    assert failure.evidence == ("sigmoid twice",)


def test_weights_that_come_with_the_first_row():
    """A class of the student's own may say that it is built before it has any weights."""
    later = {"weights": [weight for one in SIGMOID.layers for weight in (one.kernel, one.bias)]}
    one = model(SIGMOID, weights=[], later=later | {"built": True}, **BINARY)
    one._known = one.model.plain  # as it was told at first
    one.minimises_binary_cross_entropy(IMAGES, LABELS)
    assert len(one._state()["weights"]) == 4


def with_metric(name, value):
    def score(net, images, labels):
        told = said_of(net, images, labels)
        return told | {"metrics": {"loss": told["loss"], name: value(net.outputs(images), labels)}}

    return score


def precision_from(cut, rows, labels):
    called = rows[:, 0] >= cut
    return float((labels[called] == 1).mean()) if called.any() else 0.0


METRICS = {
    "auc": ("area", measures.auc),
    "in steps": ("auc", lambda rows, labels: stepped_auc(rows.reshape(-1), labels)),
    "precision over recall": ("prc", measures.average_precision),
    "precision": ("p", measures.precision),
    "recall": ("r", measures.recall),
    "precision from another threshold on": ("p", lambda rows, labels: precision_from(0.3, rows, labels)),
    "recall from another threshold on": ("found", lambda rows, labels: float((rows[labels == 1, 0] >= 0.2).mean())),
}


def raised(rows):
    return 0.6 + 0.3 * rows


def test_a_threshold_is_found_between_large_probabilities():
    precision = with_metric("p", lambda rows, labels: precision_from(0.75, raised(rows), labels))
    one = model(SIGMOID, outputs=lambda images, now: raised(now.outputs(images)).astype(np.float32), score=precision, **BINARY)
    one.reports_any_of(("precision",), IMAGES)


@pytest.mark.parametrize(("name", "value"), METRICS.values(), ids=METRICS)
def test_reports_any_of(name, value):
    model(SIGMOID, score=with_metric(name, value), **BINARY).reports_any_of(("AUC", "precision", "recall"), IMAGES)


def test_another_measure_than_the_only_one_that_is_asked_for(said):
    recall = model(SIGMOID, score=with_metric("r", measures.recall), **BINARY)
    assert "reports r; expected one of AUC." in said(recall.reports_any_of, ("AUC",), IMAGES)
    recall.reports_any_of(("recall",), IMAGES)
    early = model(SIGMOID, score=with_metric(*METRICS["recall from another threshold on"]), **BINARY)
    assert "reports found; expected one of AUC, precision." in said(early.reports_any_of, ("AUC", "precision"), IMAGES)


def test_reports_none_of_them(said):
    wanted = ("AUC", "precision", "recall"), IMAGES
    assert said(model(SIGMOID, **BINARY).reports_any_of, *wanted) == (
        "build_model() gave a model that reports accuracy; expected one of AUC, precision, recall."
    )
    only = model(SIGMOID, score=with_metric("loss", lambda rows, labels: 0.7), **BINARY)
    assert "reports the loss only" in said(only.reports_any_of, *wanted)
    always = model(SIGMOID, score=with_metric("auc", lambda rows, labels: 1.0), **BINARY)
    assert "reports auc;" in said(always.reports_any_of, *wanted)
    error = model(SIGMOID, score=with_metric("mse", lambda rows, labels: ((rows[:, 0] - labels) ** 2).mean()), **BINARY)
    assert "reports mse;" in said(error.reports_any_of, *wanted)
    moving = lambda rows, labels: float((labels[rows[:, 0] >= np.quantile(rows, labels.mean())] == 1).mean())  # noqa: E731
    assert "reports p;" in said(model(SIGMOID, score=with_metric("p", moving), **BINARY).reports_any_of, *wanted)


@pytest.mark.parametrize(
    ("shares", "labels", "area"),
    [
        ([0.2, 0.6, 0.4, 0.8], [0, 1, 0, 1], 1.0),
        ([0.2, 0.6, 0.4, 0.8], [1, 0, 1, 0], 0.0),
        ([0.2, 0.6, 0.4, 0.8], [0, 0, 1, 1], 0.75),
        ([0.5001, 0.5002], [0, 1], 0.5),  # no threshold is between them
        ([-0.5, 0.9], [0, 1], 0.0),  # nor below 0: what is less is never called a yes
    ],
)
def test_the_area_in_steps(shares, labels, area):
    assert stepped_auc(np.array(shares), np.array(labels)) == pytest.approx(area)


def test_a_probability_of_exactly_0_or_1_is_one():
    """Float32 gives them for scores far from 0."""
    sure = lambda images, now: np.resize([0.0, 1.0, 0.5], (len(images), 1)).astype(np.float32)  # noqa: E731
    one = model(SIGMOID, outputs=sure, **BINARY)
    one._gives_scores = lambda rows: False
    one.gives_one_probability(IMAGES)


@pytest.mark.parametrize("label", [0, 1])
@pytest.mark.parametrize("score", [8.0, 40.0, 200.0])
def test_the_loss_of_bare_scores_may_be_cut_off_or_not(score, label):
    """Keras works out the loss of a score itself, so that a sure wrong answer costs more than that of any probability."""
    losses = binary_losses(IMAGES, np.array([[-score if label else score]]), np.array([label]))
    whole = np.logaddexp(0, score)
    assert np.isclose(losses, whole).any() and np.isclose(losses, min(whole, -np.log(1e-7)), rtol=1e-3).any()


def test_a_step_of_a_model_without_a_hidden_layer_is_judged_by_the_pixels():
    """Also where the model scales them first."""
    plain = network(last="sigmoid", units=(1,))
    model(plain, **BINARY).minimises_binary_cross_entropy(IMAGES, LABELS)
    model(network(units=(3,))).minimises_cross_entropy(IMAGES, np.array([1, 0, 2, 2, 1], np.uint8))
