"""A dense network as the judge knows it: by its weights, worked out with NumPy."""

import math

import numpy as np
import pytest

from autograder.expectations.network import ACTIVATIONS, Dense, Network, cross_entropy, share_right, softmax
from autograder.transport import wire


def by_hand(network: Network, image: np.ndarray) -> list[float]:
    """One image through a network, one multiplication at a time."""
    values = [float(pixel) for row in image for pixel in row]
    for layer in network.layers:
        sums = []
        for unit in range(layer.kernel.shape[1]):
            total = float(layer.bias[unit])
            for place, value in enumerate(values):
                total += value * float(layer.kernel[place, unit])
            sums.append(total)
        if layer.activation == "relu":
            values = [max(0.0, total) for total in sums]
        elif layer.activation == "softmax":
            powers = [math.exp(total) for total in sums]
            values = [power / sum(powers) for power in powers]
        else:
            values = sums
    return values


def test_outputs_agree_with_a_slow_loop(rng):
    network = Network.random((3, 4), [5, 2], rng)
    images = rng.random((6, 3, 4))
    np.testing.assert_allclose(network.outputs(images), [by_hand(network, image) for image in images], rtol=1e-6)


def test_a_bias_and_a_plain_layer_by_hand():
    """[1, 2] times [[1], [10]] plus 0.5 is 21.5."""
    layer = Dense(np.array([[1.0], [10.0]]), np.array([0.5]))
    assert Network((layer,), (1, 2)).outputs(np.array([[[1.0, 2.0]]])).tolist() == [[21.5]]


def test_probabilities_add_up_to_one(rng):
    outputs = Network.random((4, 4), [8, 10], rng).outputs(rng.random((7, 4, 4)))
    np.testing.assert_allclose(outputs.sum(axis=1), 1)
    assert (outputs > 0).all()


def test_large_scores_do_not_overflow():
    assert softmax(np.array([[1000.0, 0.0], [-1000.0, -1000.0]])).tolist() == [[1.0, 0.0], [0.5, 0.5]]


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("relu", -2.0, 0.0),
        ("relu", 2.0, 2.0),
        ("linear", -2.0, -2.0),
        ("sigmoid", 0.0, 0.5),
        ("tanh", 1.0, 0.76159416),
        ("elu", -1.0, -0.63212056),
        ("gelu", 1.0, 0.84134475),
        ("leaky_relu", -2.0, -0.4),
        ("leaky_relu", 0.5, 0.5),
        ("relu6", 8.0, 6.0),
        ("selu", -1.0, -1.11133074),
        ("silu", 1.0, 0.73105858),
        ("softplus", 0.0, 0.69314718),
        ("softsign", 1.0, 0.5),
    ],  # fmt: skip
)
def test_an_activation_by_hand(name, given, expected):
    assert ACTIVATIONS[name](np.array([given]))[0] == pytest.approx(expected)


def test_the_same_seed_gives_the_same_network():
    first, second = (Network.random((2, 2), [3], np.random.default_rng(5)) for _ in range(2))
    np.testing.assert_array_equal(first.layers[0].kernel, second.layers[0].kernel)


def test_a_random_network_is_relu_between_and_softmax_at_the_end(rng):
    layers = Network.random((2, 2), [5, 4, 3], rng).layers
    assert [layer.activation for layer in layers] == ["relu", "relu", "softmax"]
    assert [layer.kernel.shape for layer in layers] == [(4, 5), (5, 4), (4, 3)]


def test_starting_weights_stay_within_the_glorot_bound(rng):
    kernel = Network.random((10, 10), [50], rng).layers[0].kernel
    bound = math.sqrt(6 / (100 + 50))
    assert abs(kernel).max() <= bound < 1.01 * abs(kernel).max()


def test_a_planted_network_answers_with_the_bright_pixel():
    images = np.zeros((10, 28, 28))
    images[np.arange(10), 0, np.arange(10)] = 1
    outputs = Network.planted(classes=10, image_shape=(28, 28)).outputs(images)
    assert outputs.argmax(axis=1).tolist() == list(range(10))
    assert outputs.max() < 0.999, "so sure that a loss would be clipped"


def test_a_planted_network_sees_that_something_was_added_to_all_pixels():
    """All its other weights are alike, so without these any number could be added and no answer would change."""
    images = np.zeros((3, 4, 5), np.float32)
    images[[0, 1, 2], 0, [0, 1, 2]] = 1
    plain = Network.planted(classes=3, image_shape=(4, 5))
    sees = Network.planted(classes=3, image_shape=(4, 5), shifted=np.array([-20, 30, 0]))
    assert plain.outputs(images + 1).argmax(axis=1).tolist() == [0, 1, 2]
    assert sees.outputs(images).argmax(axis=1).tolist() == [0, 1, 2]
    assert sees.outputs(images + 1).argmax(axis=1).tolist() == [1, 1, 1]
    assert sees.outputs(images - 1).argmax(axis=1).tolist() == [0, 0, 0]


def test_a_network_arrives_in_a_worker_as_it_is(rng):
    network = Network.random((2, 3), [4, 2], rng, learning_rate=0.01, eager=False)
    sent = wire.decode(b"".join(wire.encode(network.to_wire())))
    assert (sent.kind, sent.content["image_shape"]) == ("network", (2, 3))
    assert (sent.content["learning_rate"], sent.content["eager"]) == (0.01, False)
    for layer, (kernel, bias, activation) in zip(network.layers, sent.content["layers"], strict=True):
        np.testing.assert_array_equal(kernel, layer.kernel)
        np.testing.assert_array_equal(bias, layer.bias)
        assert activation == layer.activation


def test_gradients_are_the_slope_of_the_loss(rng):
    """Each number against the loss itself, a little to the left and to the right of the weight."""
    network = Network.random((2, 3), [5, 4, 3], rng)
    images, labels = rng.random((7, 2, 3)), rng.integers(0, 3, 7)

    def loss(weights: list[np.ndarray]) -> float:
        rows = network.with_weights(weights).outputs(images)
        return float(-np.log(rows[np.arange(7), labels]).mean())

    weights = [weight.astype(np.float64) for weight in network.weights()]
    for gradient, weight in zip(network.gradients(images, labels), weights, strict=True):
        for place in np.ndindex(weight.shape):
            kept = weight[place]
            weight[place] = kept + 1e-5
            right = loss(weights)
            weight[place] = kept - 1e-5
            left = loss(weights)
            weight[place] = kept
            assert gradient[place] == pytest.approx((right - left) / 2e-5, abs=1e-6)


def test_other_weights_leave_the_rest_as_it_is(rng):
    network = Network.random((2, 2), [4, 3], rng, learning_rate=0.01)
    other = network.with_weights([weight + 1 for weight in network.weights()])
    assert [layer.activation for layer in other.layers] == ["relu", "softmax"] and other.learning_rate == 0.01
    assert all(np.allclose(one - two, 1) for one, two in zip(other.weights(), network.weights(), strict=True))


def test_cross_entropy_by_hand():
    chances = np.array([[0.5, 0.5], [0.25, 0.75], [1.0, 0.0]])
    expected = -(np.log(0.5) + np.log(0.75) + np.log(1e-7)) / 3
    assert cross_entropy(chances, np.array([0, 1, 1])) == pytest.approx(expected)


def test_share_right():
    scores = np.array([[0, 2, 1], [3, 0, 0], [0, 0, 1], [1, 0, 0]])
    assert share_right(scores, np.array([1, 0, 2, 2])) == 0.75
    assert share_right(scores, np.array([1, 0])) == share_right(np.zeros(4), np.zeros(4)) == 0.0
