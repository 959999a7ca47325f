"""What a model does with drawn images, against what it says of itself. Without Keras."""

import numpy as np
import pytest
from answered_models import IMAGES, answered, described, layer, model, network

from autograder.expectations.model_behaviour import Behaviour


@pytest.mark.parametrize("offset", [None, 0.0, -1.0, 0.25], ids=str)
def test_a_model_may_scale_the_pixels_first(offset):
    """Its first dense layer gets the pixels times a scale, plus an offset; none is 0."""
    layers = [layer("Rescaling", scale=0.5, offset=offset), layer("Dense", units=6), layer("Dense", units=3)]
    scaled = lambda images, now: now.outputs(images * 0.5 + (offset or 0.0)).astype(np.float32)  # noqa: E731
    net = network()
    own = Behaviour(answered(net, scaled, layers=layers), described(net, layers=layers), (4, 3))
    assert "relu" in [one.hidden for one in own.structures()]
    other = Behaviour(answered(net, layers=layers), described(net, layers=layers), (4, 3))
    assert other.structures() == []  # it says that it scales them, and does not


@pytest.mark.parametrize(
    ("loss", "follows"),
    [(lambda score: np.exp(-score / 100), True), (lambda score: -np.clip(score, 0, 1), False), (lambda score: 1.0, False)],
    ids=["of any score", "of probabilities", "always the same"],
)
def test_whether_the_loss_follows_scores_beyond_0_and_1(loss, follows):
    net = network(last="linear")

    def score(_net, images, labels):
        return {"loss": float(loss(net.outputs(images)[0, labels[0]])), "metrics": {}}

    own = Behaviour(answered(net, score=score), described(net), IMAGES.shape[1:])
    assert own.follows_scores() is follows


def test_a_model_is_tried_out_once():
    one = model(network())
    assert one._behaviour(IMAGES) is one._behaviour(IMAGES)

DENSE, RESCALING = layer("Dense", units=3), layer("Rescaling", scale=2.0, offset=-1.0)
BEFORE = {
    "nothing": ([layer("Flatten"), DENSE], (1.0, 0.0)),
    "times and plus": ([layer("InputLayer"), RESCALING, layer("Flatten"), DENSE], (2.0, -1.0)),
    "times": ([RESCALING | {"offset": None}, DENSE], (2.0, 0.0)),
    "it does not say what": ([RESCALING | {"scale": None}, DENSE], (1.0, 0.0)),
    "only later": ([layer("Flatten"), DENSE, RESCALING, DENSE], (1.0, 0.0)),
}


@pytest.mark.parametrize(("layers", "scaling"), BEFORE.values(), ids=BEFORE)
def test_what_a_model_does_to_the_pixels_first(layers, scaling):
    assert Behaviour(answered(network()), described(network(), layers=layers), (4, 3)).scaling == scaling


def test_a_structure_is_seen_on_bright_images_and_on_dark_ones():
    shares = []

    def outputs(images, now):
        shares.append((images == 0).mean())
        return now.outputs(images).astype(np.float32)

    one = answered(network(), outputs=outputs)
    assert ("relu", "softmax") in Behaviour(one, described(network()), (4, 3)).structures()
    assert min(shares) == 0 and max(shares) > 0.5
