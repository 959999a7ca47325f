"""What Keras models compute for the judge, whose network becomes a real model."""

import warnings
from dataclasses import replace

import numpy as np
import pytest

from autograder.expectations.network import Dense, Network, cross_entropy, softmax
from autograder.transport import wire
from autograder.values.keras import computing, models, training

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("remembered")]
CROSS = "sparse_categorical_crossentropy"


def network(rng: np.random.Generator, hidden: str = "relu", last: str = "softmax", **settings: object) -> Network:
    """Three layers in which every weight and bias counts."""
    widths, names = [12, 6, 5, 3], [hidden, "tanh", last]
    layers = [
        Dense(
            rng.normal(0, 0.7, (inputs, outputs)).astype(np.float32), rng.normal(size=outputs).astype(np.float32), name
        )
        for inputs, outputs, name in zip(widths, widths[1:], names, strict=False)
    ]
    return Network(tuple(layers), (4, 3), **settings)


def built(net: Network):
    """The real model, made from what crosses the line to a worker."""
    return computing.build_network(wire.decode(b"".join(wire.encode(net.to_wire()))).content)


# -- a judge's network ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["softmax", "sigmoid", "linear"])
@pytest.mark.parametrize("hidden", ["relu", "sigmoid", "softmax", "linear"])
def test_a_network_gives_what_the_judge_works_out(keras, rng, images, hidden, last):
    net = network(rng, hidden, last)
    assert np.allclose(computing.model_outputs(built(net), images), net.outputs(images), atol=1e-5)


def test_a_planted_network_gives_the_same_answers_by_predict(keras):
    pictures = np.zeros((10, 28, 28), np.float32)
    pictures[np.arange(10), 0, np.arange(10)] = 1.0
    net = Network.planted(classes=10, image_shape=(28, 28))
    rows = built(net).predict(pictures, verbose=0)
    assert rows.argmax(axis=1).tolist() == list(range(10))
    assert np.allclose(rows, net.outputs(pictures), atol=1e-6)


@pytest.mark.parametrize("eager", [True, False])
def test_a_network_arrives_compiled_and_untrained(keras, rng, eager):
    net = network(rng, learning_rate=0.005, eager=eager)
    model = built(net)
    found = models.describe_model(model)
    weights = [array for one in net.layers for array in (one.kernel, one.bias)]
    assert all(np.array_equal(one, other) for one, other in zip(found["weights"], weights, strict=True))
    adam = {"name": "Adam", "learning_rate": pytest.approx(0.005), "betas": (0.9, 0.999), "iterations": 0}
    adam["moments"] = None
    assert found["optimizer"] == adam
    assert (found["loss"]["name"], found["metrics"], model.run_eagerly) == (CROSS, ["accuracy"], eager)


def test_outputs_are_those_of_inference(keras, rng, images):
    """Dropout would leave other numbers each time."""
    inner = built(network(rng))
    model = keras.Sequential([keras.layers.Input((4, 3)), keras.layers.Dropout(0.9), inner])
    assert np.array_equal(computing.model_outputs(model, images), computing.model_outputs(inner, images))


# -- score ------------------------------------------------------------------------------------------------------------


def by_hand(rows: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """(loss, accuracy), one image after the other."""
    losses = [-np.log(row[label]) for row, label in zip(rows, labels, strict=True)]
    right = [row.argmax() == label for row, label in zip(rows, labels, strict=True)]
    return sum(losses) / len(losses), sum(right) / len(right)


def test_score_is_loss_and_accuracy(keras, rng, images, labels):
    net = network(rng)
    labels[:3] = net.outputs(images).argmax(axis=1)[:3]
    found = computing.score(built(net), images, labels)
    loss, accuracy = by_hand(net.outputs(images), labels)
    assert 0 < accuracy < 1
    assert found["loss"] == pytest.approx(loss, rel=1e-4)
    assert found["metrics"]["accuracy"] == pytest.approx(accuracy)


@pytest.mark.parametrize(("last", "from_logits"), [(None, True), ("softmax", True), ("sigmoid", False)])
def test_score_is_what_training_would_minimise(keras, small, images, labels, last, from_logits):
    """Keras looks through a softmax or sigmoid to the scores below; the words about models count on it."""
    model = small(last, loss=keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # Keras mentions a softmax with from_logits
        found = computing.score(model, images, labels)
    first, first_bias, second, second_bias = model.get_weights()
    scores = np.maximum(images.reshape(7, 12) @ first + first_bias, 0) @ second + second_bias
    assert found["loss"] == pytest.approx(by_hand(softmax(scores), labels)[0], rel=1e-4)


def test_every_metric_that_is_one_number_is_told(keras, small, images, labels):
    model = small(metrics=["accuracy", keras.metrics.SparseTopKCategoricalAccuracy(3, name="any of three")])
    found = computing.score(model, images, labels)["metrics"]
    assert found["any of three"] == 1.0 and 0 <= found["accuracy"] <= 1
    assert all(type(number) is float for number in found.values())


def test_score_leaves_the_model_as_it_was_and_counts_nothing_twice(small, images, labels):
    model = small()
    before = model.get_weights()
    first = computing.score(model, images, labels)
    computing.score(model, images, (labels + 1) % 3)
    assert computing.score(model, images, labels) == first
    assert all(np.array_equal(one, other) for one, other in zip(before, model.get_weights(), strict=True))
    assert models.describe_model(model)["optimizer"]["iterations"] == 0


# -- steps ------------------------------------------------------------------------------------------------------------


def batches(rng, count: int = 2) -> list:
    return [(rng.random((9, 4, 3), np.float32), rng.integers(0, 3, 9).astype(np.uint8)) for _ in range(count)]


@pytest.mark.parametrize("from_logits", [False, True])
def test_adam_as_numpy_works_it_out_is_adam_as_keras_does_it(keras, rng, from_logits):
    network = Network.random((4, 3), [6, 3], rng, learning_rate=0.01, from_logits=from_logits)
    if from_logits:
        last = network.layers[-1]
        network = replace(network, layers=(network.layers[0], Dense(last.kernel, last.bias, "linear")))
    lessons = batches(rng, 3)
    after = computing.steps(computing.build_network(network.to_wire().content), lessons, network.weights())
    images, labels = lessons[0]
    chances = softmax(network.outputs(images)) if from_logits else network.outputs(images)
    assert after["losses"][0] == pytest.approx(cross_entropy(chances, labels), abs=1e-5)
    found = after["weights"][-1]
    for one, other, start in zip(found, network.adam_steps(lessons).weights(), network.weights(), strict=True):
        assert np.abs(one - start).max() > 0.02
        np.testing.assert_allclose(one, other, atol=2e-5)


@pytest.mark.parametrize("eager", [False, True])
def test_steps_are_undone(small, rng, eager):
    """Not only the weights: adam remembers, and counts."""
    images, labels = rng.random((20, 4, 3), np.float32), rng.integers(0, 3, 20)
    tried, fresh = small(run_eagerly=eager), small(run_eagerly=eager)
    before = tried.get_weights()
    given = [weight + 1 for weight in before]
    moved = computing.steps(tried, batches(rng), given)["weights"][0]
    images_of = rng.random((3, 4, 3), np.float32)
    (rows,) = computing.outputs_with(tried, [images_of], given)
    tried.set_weights(given)
    np.testing.assert_array_equal(rows, computing.model_outputs(tried, images_of))
    tried.set_weights(before)
    computing.moves(tried, [[weight * 0 + 0.1 for weight in before]] * 2)
    assert all(np.abs(one - other).max() < 0.01 for one, other in zip(given, moved, strict=True))
    assert not any(np.array_equal(one, other) for one, other in zip(before, moved, strict=True))
    assert all(np.array_equal(one, other) for one, other in zip(before, tried.get_weights(), strict=True))
    assert tried.run_eagerly is eager
    for model in (tried, fresh):
        training.fit(model, images, labels, epochs=1, batch_size=8, seed=3)
    assert all(np.array_equal(one, other) for one, other in zip(tried.get_weights(), fresh.get_weights(), strict=True))


def test_an_optimizer_moves_from_zero_by_the_gradients_that_it_is_given(keras, small):
    model = small(optimizer=keras.optimizers.SGD(0.5))
    slopes = [[np.full(weight.shape, size, np.float32) for weight in model.get_weights()] for size in (0.1, 0.2)]
    for these, moved in zip(slopes, computing.moves(model, slopes), strict=True):
        for slope, one in zip(these, moved, strict=True):
            np.testing.assert_allclose(one, -0.5 * slope)


@pytest.mark.parametrize("name", ["Adam", "Adagrad", "SGD"])
def test_what_an_optimizer_remembers_of_a_training_turns_no_step(keras, small, rng, name):
    """A model that has been trained is asked what its next steps do, too."""
    settings = {"momentum": 0.9} if name == "SGD" else {}
    made = lambda: small(optimizer=getattr(keras.optimizers, name)(0.05, **settings))  # noqa: E731
    trained, fresh, lessons = made(), made(), batches(rng)
    training.fit(trained, rng.random((20, 4, 3), np.float32), rng.integers(0, 3, 20), epochs=3, batch_size=4, seed=3)
    given = fresh.get_weights()
    slopes = [[np.full(weight.shape, 0.1, np.float32) for weight in given]]
    before = [np.asarray(variable).copy() for variable in trained.optimizer.variables]
    signs = []
    for model in (trained, fresh):
        moved = computing.steps(model, lessons, given)["weights"][0]
        signs.append([np.sign(np.round(one - other, 6)) for one, other in zip(moved, given, strict=True)])
        for one in computing.moves(model, slopes)[0]:
            assert (one < 0).all()
    assert all(np.array_equal(one, other) for one, other in zip(*signs, strict=True))
    after = [np.asarray(variable) for variable in trained.optimizer.variables]
    assert int(trained.optimizer.iterations) == 15
    assert all(np.array_equal(one, other) for one, other in zip(before, after, strict=True))
