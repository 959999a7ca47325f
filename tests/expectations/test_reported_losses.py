"""Which losses are cross-entropy, with a penalty and without one. Without Keras."""

import numpy as np
import pytest
from answered_models import IMAGES, LABELS, answered, model, network, said_of

from autograder.expectations import measures
from autograder.expectations.reported_losses import ReportedLoss, falls_with, fitting

YES = np.array([1, 0, 0, 1, 1], np.uint8)
SIGMOID, SCORE = network(last="sigmoid", units=(6, 1)), network(last="linear", units=(6, 1))


def with_penalty(weights=0.0, rows=0.0):
    """A loss to which training adds something for the weights, and something for what the rows cause in the model."""

    def score(net, images, labels):
        said = said_of(net, images, labels)
        return said | {"loss": said["loss"] + weights + rows * float((images**2).sum())}

    return score


def losses_of(score, net=SIGMOID, labels=YES):
    given, loss = net.outputs(IMAGES), score(net, IMAGES, labels)["loss"]
    return ReportedLoss.ask(answered(net, score=score), IMAGES, given, labels, loss)


def cross_entropy(_rows, given, labels):
    return [measures.loss(given, labels)]


@pytest.mark.parametrize(("weights", "rows"), [(0, 0), (0.25, 0), (40, 0), (0, 0.01), (1.5, 0.1)])
def test_a_penalty_for_weights_or_rows_is_taken_off(weights, rows):
    assert fitting([losses_of(with_penalty(weights, rows))], cross_entropy) == [True]


def changed(change):
    return lambda net, images, labels: {"loss": change(net.outputs(images).reshape(-1), labels, said_of(net, images, labels)["loss"])}


OTHERS = {
    "squares": lambda given, labels, loss: float(((given - labels) ** 2).mean()),
    "distances": lambda given, labels, loss: float(np.abs(given - labels).mean()) + 1,
    "twice": lambda given, labels, loss: 2 * loss,
    "softened labels": lambda given, labels, loss: 0.9 * loss + 0.1 * measures.loss(given, np.ones(len(labels)) / 2),
    "a reward": lambda given, labels, loss: loss - 0.25,
    "always the same": lambda given, labels, loss: 0.7,
    "no number": lambda given, labels, loss: float("nan"),
}


@pytest.mark.parametrize("change", OTHERS.values(), ids=OTHERS)
def test_another_loss_is_not_one_with_a_penalty(change):
    assert fitting([losses_of(changed(change))], cross_entropy) == [False]


def test_each_way_has_to_fit_everywhere():
    """Half of the ways that fit here and half of those that fit there are no way."""
    ways = lambda _rows, given, labels: [measures.loss(given, labels, scores) for scores in (False, True)]  # noqa: E731
    of_shares, of_scores = losses_of(with_penalty(0.5)), losses_of(with_penalty(0.5), SCORE)
    assert fitting([of_shares, of_shares], ways) == [True, False]
    assert fitting([of_shares, of_scores], ways) == [False, False]
    assert fitting([of_shares], lambda *_: [float("nan")]) == [False]


def test_models_with_a_penalty_pass():
    settings = {"score": with_penalty(0.4, 0.02)}
    for net, loss in ((SIGMOID, {"name": "bce", "from_logits": False}), (SCORE, {"name": "bce", "from_logits": True})):
        one = model(net, loss=loss, **settings)
        one.gives_one_probability(IMAGES)
        one.minimises_binary_cross_entropy(IMAGES, YES)
        assert len(one.answer.remarks) == (net is SCORE)
    for last in ("softmax", "linear"):
        one = model(network(last=last), loss={"name": "mine", "from_logits": last == "linear"}, **settings)
        one.minimises_cross_entropy(IMAGES, LABELS)
        one.gives_probabilities(IMAGES)


@pytest.mark.parametrize(
    ("scores", "losses", "falls"),
    [([0.2, 0.4], [1, 2], True), ([2, 3], [2, 1], True), ([2, 3], [1, 2], False), ([-2, -3], [2, 1], False)],
    ids=["as probabilities", "beyond 1", "beyond 1, rising", "below 0, rising"],
)
def test_whether_losses_fall_with_scores(scores, losses, falls):
    assert falls_with(np.array(scores, float), losses) is falls
