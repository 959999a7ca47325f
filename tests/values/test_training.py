"""Training by the judge's protocol gives what Keras itself gives."""

import numpy as np
import pytest

from autograder.expectations.network import Network
from autograder.transport import wire
from autograder.values import describe
from autograder.values.keras import computing, models, training

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("remembered")]
CROSS = "sparse_categorical_crossentropy"


def test_fit_trains_and_tells_each_epoch(small, rng):
    images, labels = rng.random((50, 4, 3), np.float32), rng.integers(0, 3, 50)
    model = small()
    before = model.get_weights()
    found = training.fit(model, images, labels, epochs=2, batch_size=8, seed=1)["history"]
    assert not any(np.array_equal(one, other) for one, other in zip(before, model.get_weights(), strict=True))
    assert set(found) == {"loss", "accuracy"}
    assert all(type(number) is float for number in (*found["loss"], *found["accuracy"]))
    assert models.describe_model(model)["optimizer"]["iterations"] == 2 * 7
    wire.encode(describe(found))


@pytest.mark.parametrize("count", [64, 70, 5], ids=["whole batches", "a rest", "less than a batch"])
def test_fit_takes_the_very_steps_that_keras_takes(small, rng, count):
    """All images are the same, so that nothing depends on their order."""
    images, labels = np.repeat(rng.random((1, 4, 3), np.float32), count, axis=0), np.full(count, 2, np.uint8)
    fast, plain = small(), small()
    found = training.fit(fast, images, labels, epochs=2, batch_size=16, seed=5)["history"]
    history = plain.fit(images, labels, epochs=2, batch_size=16, verbose=0).history
    pairs = list(zip(fast.get_weights(), plain.get_weights(), strict=True))
    assert all(np.allclose(one, other, atol=1e-6) for one, other in pairs)
    assert found["loss"] == pytest.approx(history["loss"], rel=1e-5)
    assert found["accuracy"] == pytest.approx(history["accuracy"])
    told, expected = (models.describe_model(model)["optimizer"] for model in (fast, plain))
    for name in ("means", "squares"):
        pairs = list(zip(told["moments"][name], expected["moments"][name], strict=True))
        assert all(np.allclose(one, other, atol=1e-6) for one, other in pairs)
    assert {**told, "moments": None} == {**expected, "moments": None}


def test_fit_shows_every_image_with_its_own_label(keras, rng):
    """Each picture has a bright pixel of its own, whose weights then tell which label came with it."""
    images, labels = np.eye(12, dtype=np.float32).reshape(12, 4, 3), rng.integers(0, 3, 12)
    blank = keras.layers.Dense(3, activation="softmax", kernel_initializer="zeros")
    model = keras.Sequential([keras.layers.Input((4, 3)), keras.layers.Flatten(), blank])
    model.compile(optimizer="sgd", loss=CROSS)
    training.fit(model, images, labels, epochs=1, batch_size=5, seed=2)
    assert blank.kernel.numpy().argmax(axis=1).tolist() == labels.tolist()
    assert (blank.kernel.numpy() != 0).all()


def test_fit_follows_its_seed_and_not_what_came_before(keras, rng):
    images, labels = rng.random((20, 4, 3), np.float32), rng.integers(0, 3, 20)

    def learned(seed: int, before: int) -> list[np.ndarray]:
        keras.utils.set_random_seed(3)
        model = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(3, activation="softmax")])
        model.compile(optimizer="adam", loss=CROSS, run_eagerly=True)
        keras.utils.set_random_seed(before)
        training.fit(model, images, labels, epochs=1, batch_size=8, seed=seed)
        return model.get_weights()

    first, same, other = learned(1, before=7), learned(1, before=8), learned(2, before=7)
    assert all(np.array_equal(a, b) for a, b in zip(first, same, strict=True))
    assert not np.array_equal(first[0], other[0])


def test_a_training_that_would_take_too_long_does_not_begin(small, rng):
    images, labels = rng.random((20, 4, 3), np.float32), rng.integers(0, 3, 20)
    model, fresh = small(), small()
    told = training.fit(model, images, labels, epochs=1, batch_size=8, seed=3, most_seconds=0.0)
    assert told["would_take"] > 0 and told["history"] == {}
    assert all(np.array_equal(one, other) for one, other in zip(model.get_weights(), fresh.get_weights(), strict=True))


def test_a_network_of_the_judges_own_learns_what_a_students_equal_one_learns(keras, rng):
    """An equal network is trained once for a class: to the bits that Keras comes to in the student's own process."""
    images, labels = rng.random((50, 4, 3), np.float32), rng.integers(0, 3, 50)
    network = Network.random((4, 3), [6, 3], rng, learning_rate=0.01)
    model = computing.build_network(network.to_wire().content)
    training.fit(model, images, labels, epochs=2, batch_size=8, seed=5)
    trainer = training.NetworkTrainer(images, labels)
    for _again in range(2):  # the second begins as the first did
        found = trainer.train(network.to_wire().content, 2, 8, 5)
        for one, other, start in zip(found, model.get_weights(), network.weights(), strict=True):
            assert not np.array_equal(one, start)
            np.testing.assert_array_equal(one, other)


def test_a_training_needs_a_batch(rng):
    trainer = training.NetworkTrainer(rng.random((5, 4, 3), np.float32), np.zeros(5))
    with pytest.raises(ValueError, match="a batch an image"):
        trainer.train(Network.random((4, 3), [3], rng).to_wire().content, 1, 0, 5)
