"""Real Keras models and histories become plain data, and a judge's network becomes a real model."""

import sys
import warnings
from dataclasses import replace

import numpy as np
import pytest

from autograder.expectations.network import Dense, Network, cross_entropy, softmax
from autograder.transport import wire
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.keras import models, recognise, training

pytestmark = pytest.mark.keras


@pytest.fixture
def images(rng):
    return rng.random((7, 4, 3), np.float32)


@pytest.fixture
def labels(rng):
    return rng.integers(0, 3, 7).astype(np.uint8)


@pytest.fixture
def small(keras):
    """``small(**compile settings)``: Flatten, Dense 6 relu, Dense 3 softmax, compiled like the exercise's."""

    def built(last: str | None = "softmax", **settings: object):
        keras.utils.set_random_seed(3)
        dense = [keras.layers.Dense(6, activation="relu"), keras.layers.Dense(3, activation=last)]
        model = keras.Sequential([keras.layers.Input((4, 3)), keras.layers.Flatten(), *dense])
        usual = {"optimizer": "adam", "loss": "sparse_categorical_crossentropy", "metrics": ["accuracy"]}
        model.compile(**usual | settings)
        return model

    return built


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
    return models.build_network(wire.decode(b"".join(wire.encode(net.to_wire()))).content)


def layer(class_name: str, **settings: object) -> dict:
    plain = {"units": None, "activation": None, "trainable": True, "rate": None, "output_shape": None}
    plain |= {"scale": None, "offset": None}
    return {"class_name": class_name} | plain | settings


DENSE = [
    layer("Flatten", output_shape=(None, 12)),
    layer("Dense", units=6, activation="relu", output_shape=(None, 6)),
    layer("Dense", units=3, activation="softmax", output_shape=(None, 3)),
]
UNKNOWN = [one | {"output_shape": None} for one in DENSE]


# -- models -----------------------------------------------------------------------------------------------------------


def test_a_sequential_model_is_told_in_full(small):
    found = models.describe_model(small())
    shapes = [(weight.dtype, weight.shape) for weight in found.pop("weights")]
    rate = found["optimizer"].pop("learning_rate")
    assert shapes == [(np.float32, shape) for shape in ((12, 6), (6,), (6, 3), (3,))]
    assert rate == pytest.approx(0.001)
    assert found == {
        "class_name": "Sequential",
        "built": True,
        "input_shape": (None, 4, 3),
        "output_shape": (None, 3),
        "layers": DENSE,
        "depth": 3,
        "trainable": 99,
        "total": 99,
        "types": ["float32"],
        "ordinary": True,
        "compiled": True,
        "loss": {"name": "sparse_categorical_crossentropy", "from_logits": False},
        "optimizer": {"name": "Adam", "betas": (0.9, 0.999), "iterations": 0, "moments": None},
        "metrics": ["accuracy"],
        "record": None,
    }


def test_a_description_crosses_the_line_unchanged(small):
    sent = describe(small())
    got = wire.decode(b"".join(wire.encode(sent)))
    assert (got.kind, got.type_name) == ("model", "Sequential")
    ours, theirs = sent.content.pop("weights"), got.content.pop("weights")
    assert all(np.array_equal(one, other) for one, other in zip(ours, theirs, strict=True))
    assert sent.content == got.content


def test_weights_are_copies_of_what_the_model_has(small):
    model = small()
    before = models.describe_model(model)["weights"]
    kept = [weight.copy() for weight in before]
    model.set_weights([weight + 1 for weight in model.get_weights()])
    after = models.describe_model(model)["weights"]
    assert all(np.array_equal(one, other) for one, other in zip(before, kept, strict=True))
    assert all(np.allclose(one + 1, other) for one, other in zip(before, after, strict=True))


def test_a_functional_model(keras):
    inputs = keras.Input((4, 3))
    hidden = keras.layers.Dense(6, activation="relu")(keras.layers.Flatten()(inputs))
    model = keras.Model(inputs, keras.layers.Dense(3, activation="softmax")(hidden))
    found = models.describe_model(model)
    assert found["class_name"] == "Functional"
    assert found["layers"] == [layer("InputLayer", output_shape=(None, 4, 3)), *DENSE]
    assert (found["input_shape"], found["output_shape"], found["trainable"]) == ((None, 4, 3), (None, 3), 99)


def test_the_layers_of_a_model_in_a_model_stand_in_its_place(keras):
    inner = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(6, activation="relu")])
    innermost = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
    model = keras.Sequential([keras.layers.Input((4, 3)), inner, keras.Sequential([innermost])])
    found = models.describe_model(model)
    assert [one["class_name"] for one in found["layers"]] == ["Flatten", "Dense", "Dense"]
    assert [weight.shape for weight in found["weights"]] == [(12, 6), (6,), (6, 3), (3,)]


def test_a_model_without_an_input_has_layers_and_no_weights_yet(keras, images):
    dense = [keras.layers.Dense(6, activation="relu"), keras.layers.Dense(3, activation="softmax")]
    model = keras.Sequential([keras.layers.Flatten(), *dense])
    found = models.describe_model(model)
    assert (found["built"], found["input_shape"], found["output_shape"]) == (False, None, None)
    assert (found["layers"], found["weights"], found["trainable"]) == (UNKNOWN, [], 0)
    models.model_outputs(model, images)
    found = models.describe_model(model)
    assert (found["built"], found["trainable"]) == (True, 99)
    assert [weight.shape for weight in found["weights"]] == [(12, 6), (6,), (6, 3), (3,)]


def test_a_class_of_ones_own_is_a_model(keras, images):
    class Reader(keras.Model):
        def __init__(self):
            super().__init__()
            self.first = keras.layers.Dense(6)
            self.second = keras.layers.Dense(3)

        def call(self, images):
            return self.second(self.first(keras.ops.reshape(images, (-1, 12))))

    model = Reader()
    assert describe(model).type_name == "Reader"
    assert models.describe_model(model)["built"] is False
    models.model_outputs(model, images)
    found = models.describe_model(model)
    assert [(one["units"], one["activation"]) for one in found["layers"]] == [(6, "linear"), (3, "linear")]
    assert found["trainable"] == 99


def test_frozen_layers_and_what_is_not_learned_are_counted_apart(keras):
    layers = [
        keras.layers.Dense(6),
        keras.layers.BatchNormalization(),
        keras.layers.Dropout(0.5),
        keras.layers.Dense(3),
    ]
    model = keras.Sequential([keras.layers.Input((12,)), *layers])
    layers[0].trainable = False
    found = models.describe_model(model)
    assert [weight.shape for weight in found["weights"]] == [(6,), (6,), (6, 3), (3,)]
    assert (found["trainable"], found["total"]) == (33, 33 + 78 + 12)
    assert [one["trainable"] for one in found["layers"]] == [False, True, True, True]
    assert [one["rate"] for one in found["layers"]] == [None, None, 0.5, None]


def test_an_activation_in_a_layer_of_its_own_is_told(keras):
    layers = [
        keras.layers.Dense(3),
        keras.layers.Activation("softmax"),
        keras.layers.Dense(3, activation=keras.layers.ReLU()),
    ]
    found = models.describe_model(keras.Sequential([keras.layers.Input((12,)), *layers]))["layers"]
    assert [(one["class_name"], one["activation"]) for one in found[:2]] == [
        ("Dense", "linear"),
        ("Activation", "softmax"),
    ]


def test_a_branching_model_has_no_single_output_shape(keras):
    inputs = keras.Input((12,))
    model = keras.Model(inputs, [keras.layers.Dense(2)(inputs), keras.layers.Dense(3)(inputs)])
    found = models.describe_model(model)
    assert (found["output_shape"], found["trainable"]) == (None, 65)


def test_too_many_weights_are_counted_and_not_sent(monkeypatch, small):
    monkeypatch.setattr(models, "MAX_WEIGHTS", 98)
    found = models.describe_model(small())
    assert (found["weights"], found["trainable"]) == ([], 99)


def test_too_many_layers_are_not_all_told(monkeypatch, small):
    monkeypatch.setattr(models, "MAX_LAYERS", 2)
    assert models.describe_model(small())["layers"] == DENSE[:2]


def test_the_output_of_a_network_is_no_network(keras):
    """What ``keras.Input`` and a called layer give is named, so that a check can say what it is."""
    assert describe(keras.Input((4, 3))) == Described("opaque", "keras.KerasTensor", None)


# -- compile settings -------------------------------------------------------------------------------------------------


def test_a_model_that_is_not_compiled_has_no_settings(keras):
    model = keras.Sequential([keras.layers.Input((4, 3)), keras.layers.Flatten(), keras.layers.Dense(3)])
    found = models.describe_model(model)
    assert (found["compiled"], found["loss"], found["optimizer"], found["metrics"]) == (False, None, None, [])


def my_loss(labels, rows):
    return rows[:, 0]


def secretive(keras):
    """A loss of its own that raises when it is asked for its settings."""

    class Secretive(keras.losses.Loss):
        def get_config(self):
            raise OSError("source code not available")

    return Secretive(name="mine")


CROSS = "sparse_categorical_crossentropy"
LOSSES = {
    "text": (lambda keras: "mse", "mse", False),
    "object": (lambda keras: keras.losses.SparseCategoricalCrossentropy(), CROSS, False),
    "from_logits": (lambda keras: keras.losses.SparseCategoricalCrossentropy(from_logits=True), CROSS, True),
    "object with a name": (lambda keras: keras.losses.SparseCategoricalCrossentropy(name="mine"), "mine", False),
    "Keras's function": (lambda keras: keras.losses.sparse_categorical_crossentropy, CROSS, False),
    "a function": (lambda keras: my_loss, "my_loss", False),
    "lambda": (lambda keras: lambda labels, rows: rows[:, 0], "<lambda>", False),
    "without settings": (secretive, "mine", False),
    "list": (lambda keras: [keras.losses.SparseCategoricalCrossentropy(from_logits=True)], CROSS, True),
    "class in place of object": (
        lambda keras: keras.losses.SparseCategoricalCrossentropy, "SparseCategoricalCrossentropy", False,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("loss", "name", "from_logits"), LOSSES.values(), ids=LOSSES)
def test_a_loss_is_told_by_name(keras, small, loss, name, from_logits):
    found = models.describe_model(small(loss=loss(keras)))
    assert found["loss"] == {"name": name, "from_logits": from_logits}


def test_without_a_loss_there_is_none(small):
    assert models.describe_model(small(loss=None))["loss"] is None


OPTIMIZERS = {
    "text": (lambda keras: "sgd", "SGD", 0.01),
    "object": (lambda keras: keras.optimizers.Adam(0.005), "Adam", 0.005),
    "schedule": (
        lambda keras: keras.optimizers.AdamW(keras.optimizers.schedules.ExponentialDecay(0.25, 10, 0.5)), "AdamW", 0.25,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("optimizer", "name", "rate"), OPTIMIZERS.values(), ids=OPTIMIZERS)
def test_an_optimizer_is_told_with_its_rate(keras, small, optimizer, name, rate):
    found = models.describe_model(small(optimizer=optimizer(keras)))["optimizer"]
    assert found.pop("betas") == (None if name == "SGD" else (0.9, 0.999))
    assert found == {"name": name, "learning_rate": pytest.approx(rate), "iterations": 0, "moments": None}


METRICS = {
    "none": (lambda keras: None, []),
    "one by name": (lambda keras: ["accuracy"], ["accuracy"]),
    "object": (lambda keras: [keras.metrics.SparseCategoricalAccuracy(name="share")], ["share"]),
    "two": (lambda keras: ["acc", keras.metrics.MeanAbsoluteError()], ["acc", "mean_absolute_error"]),
    "a function": (lambda keras: [keras.metrics.sparse_categorical_accuracy], ["sparse_categorical_accuracy"]),
}


@pytest.mark.parametrize(("metrics", "names"), METRICS.values(), ids=METRICS)
def test_metrics_are_told_by_name(keras, small, metrics, names):
    assert models.describe_model(small(metrics=metrics(keras)))["metrics"] == names


def test_describing_is_silent(small):
    """What Keras says about saving a lambda would reach the student as a warning of the student's own code."""
    model = small(loss=lambda labels, rows: rows[:, 0], metrics=[lambda labels, rows: rows[:, 0]])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        models.describe_model(model)
    assert [str(warning.message) for warning in caught] == []


# -- histories --------------------------------------------------------------------------------------------------------


def test_a_history_is_its_numbers(small, images, labels):
    history = small(run_eagerly=True).fit(
        images, labels, epochs=3, initial_epoch=1, batch_size=3, validation_data=(images, labels), verbose=0
    )
    found = describe(history)
    assert (found.kind, found.type_name) == ("history", "History")
    assert (found.content["epochs"], found.content["steps"]) == ([1, 2], 3)
    assert set(found.content["history"]) == {"loss", "accuracy", "val_loss", "val_accuracy"}
    assert found.content["history"]["loss"] == history.history["loss"]
    assert all(type(number) is float for numbers in found.content["history"].values() for number in numbers)
    wire.encode(found)


def test_a_history_that_no_training_filled_is_empty(keras):
    """It was made by hand and not given to ``fit``."""
    assert models.describe_history(keras.callbacks.History()) == {"history": {}, "epochs": [], "steps": None}


def test_models_and_histories_are_told_apart_from_the_rest(keras, small):
    model, history = small(), keras.callbacks.History()
    others = [None, keras, keras.Model, keras.layers.Dense(3), {"loss": [1.0]}, model.get_weights()]
    assert [models.is_model(value) for value in (model, history, *others)] == [True] + [False] * 7
    assert [models.is_history(value) for value in (model, history, *others)] == [False, True] + [False] * 6


def test_looking_does_not_load_keras(monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    assert not models.is_model(object()) and not models.is_history(object())
    assert "keras" not in sys.modules


# -- a judge's network ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("last", ["softmax", "sigmoid", "linear"])
@pytest.mark.parametrize("hidden", ["relu", "sigmoid", "softmax", "linear"])
def test_a_network_gives_what_the_judge_works_out(keras, rng, images, hidden, last):
    net = network(rng, hidden, last)
    assert np.allclose(models.model_outputs(built(net), images), net.outputs(images), atol=1e-5)


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
    assert np.array_equal(models.model_outputs(model, images), models.model_outputs(inner, images))


# -- score ------------------------------------------------------------------------------------------------------------


def by_hand(rows: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """(loss, accuracy), one image after the other."""
    losses = [-np.log(row[label]) for row, label in zip(rows, labels, strict=True)]
    right = [row.argmax() == label for row, label in zip(rows, labels, strict=True)]
    return sum(losses) / len(losses), sum(right) / len(right)


def test_score_is_loss_and_accuracy(keras, rng, images, labels):
    net = network(rng)
    labels[:3] = net.outputs(images).argmax(axis=1)[:3]
    found = models.score(built(net), images, labels)
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
        found = models.score(model, images, labels)
    first, first_bias, second, second_bias = model.get_weights()
    scores = np.maximum(images.reshape(7, 12) @ first + first_bias, 0) @ second + second_bias
    assert found["loss"] == pytest.approx(by_hand(softmax(scores), labels)[0], rel=1e-4)


def test_every_metric_that_is_one_number_is_told(keras, small, images, labels):
    model = small(metrics=["accuracy", keras.metrics.SparseTopKCategoricalAccuracy(3, name="any of three")])
    found = models.score(model, images, labels)["metrics"]
    assert found["any of three"] == 1.0 and 0 <= found["accuracy"] <= 1
    assert all(type(number) is float for number in found.values())


def test_score_leaves_the_model_as_it_was_and_counts_nothing_twice(small, images, labels):
    model = small()
    before = model.get_weights()
    first = models.score(model, images, labels)
    models.score(model, images, (labels + 1) % 3)
    assert models.score(model, images, labels) == first
    assert all(np.array_equal(one, other) for one, other in zip(before, model.get_weights(), strict=True))
    assert models.describe_model(model)["optimizer"]["iterations"] == 0


# -- fit --------------------------------------------------------------------------------------------------------------


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


# -- ordinary models --------------------------------------------------------------------------------------------------


@pytest.fixture(autouse=True)
def remembered(keras):
    """As in a worker: what is of Keras is known before anything else happens."""
    recognise.remember()


def is_ordinary(model) -> bool:
    return models.describe_model(model)["ordinary"]


FORMS = {
    "functional": lambda keras: keras.Model(
        image := keras.Input((4, 3)), keras.layers.Dense(3, "softmax")(keras.layers.Flatten()(image))
    ),
    "activations as layers": lambda keras: keras.Sequential(
        [keras.Input((4, 3)), keras.layers.Reshape((12,)), keras.layers.Dense(3), keras.layers.Activation("softmax")]
    ),
    "a hidden layer": lambda keras: keras.Sequential(
        [keras.Input((4, 3)), keras.layers.Flatten(), keras.layers.Dense(6, "relu"), keras.layers.Dense(3, "softmax")]
    ),
    "a row of pixels": lambda keras: keras.Model(
        image := keras.Input((4, 3)), keras.layers.Dense(3)(keras.layers.Reshape((-1,))(image))
    ),
    "weights drawn otherwise": lambda keras: keras.Sequential(
        [keras.Input((4, 3)), keras.layers.Flatten(), keras.layers.Dense(3, "softmax", kernel_initializer="he_normal")]
    ),
}
SETTINGS = {
    "parts as objects": lambda keras: {
        "optimizer": keras.optimizers.Adam(0.01, name="mine"),
        "loss": keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        "metrics": [keras.metrics.SparseCategoricalAccuracy()],
    },
    "nothing to report": lambda keras: {"metrics": None},
    "run step by step": lambda keras: {"run_eagerly": True},
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_ordinary_models(keras, form):
    model = form(keras)
    assert not is_ordinary(model), "it is not compiled"
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    assert is_ordinary(model)


@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_ordinary_settings(keras, small, settings):
    assert is_ordinary(small(**settings(keras)))


def _shared(keras):
    """A layer that an image goes through twice."""
    image, twice = keras.Input((4, 3)), keras.layers.Dense(12, "relu")
    return keras.Model(image, keras.layers.Dense(3, "softmax")(twice(twice(keras.layers.Flatten()(image)))))


def _list(keras):
    image = keras.Input((4, 3))
    return keras.Model(image, [keras.layers.Dense(3, "softmax")(keras.layers.Flatten()(image))])


OTHER_FORMS = {
    "a layer that is used twice": _shared,
    "a list of outputs": _list,
    "pixels in another order": lambda keras: keras.Sequential(
        [keras.Input((4, 3)), keras.layers.Flatten(data_format="channels_first"), keras.layers.Dense(3, "softmax")]
    ),
}


@pytest.mark.parametrize("form", OTHER_FORMS.values(), ids=OTHER_FORMS)
def test_other_forms_are_no_ordinary_models(keras, form):
    model = form(keras)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    assert not is_ordinary(model)


def _penalty(keras, small):
    """Of outputs: nothing that weights would show."""
    regular = keras.layers.Dense(3, "softmax", activity_regularizer=keras.regularizers.L2(0.1))
    model = keras.Sequential([keras.Input((4, 3)), keras.layers.Flatten(), regular])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def _trained(keras, small):
    """Adam remembers."""
    model = small()
    model.fit(np.zeros((4, 4, 3), np.float32), np.zeros(4), verbose=0)
    return model


def _own_method(owner: str):
    def made(keras, small):
        model = small()
        one = {"model": model, "layer": model.layers[1], "optimizer": model.optimizer}[owner]
        name = {"model": "train_step", "layer": "call", "optimizer": "apply"}[owner]
        setattr(one, name, lambda *_arguments, **_named: None)
        return model

    return made


UNUSUAL = {
    "a penalty on outputs": _penalty,
    "trained": _trained,
    "a step of its own": _own_method("model"),
    "a layer's call of its own": _own_method("layer"),
    "an optimizer's step of its own": _own_method("optimizer"),
    "a metric that goes by the name of accuracy": lambda keras, small: small(metrics=[keras.metrics.Accuracy()]),
    "another metric": lambda keras, small: small(metrics=["mae"]),
    "a metric of its own": lambda keras, small: small(metrics=[lambda labels, rows: 0.0]),
    "a weighted metric": lambda keras, small: small(weighted_metrics=["accuracy"]),
    "a loss that is a sum": lambda keras, small: small(
        loss=keras.losses.SparseCategoricalCrossentropy(reduction="sum")
    ),
    "a loss that leaves a class out": lambda keras, small: small(
        loss=keras.losses.SparseCategoricalCrossentropy(ignore_class=1)
    ),
    "a loss of its own": lambda keras, small: small(loss=lambda labels, rows: rows[:, 0]),
    "another loss": lambda keras, small: small(loss="mse"),
    "another momentum": lambda keras, small: small(optimizer=keras.optimizers.Adam(beta_1=0.5)),
    "another epsilon": lambda keras, small: small(optimizer=keras.optimizers.Adam(epsilon=0.1)),
    "amsgrad": lambda keras, small: small(optimizer=keras.optimizers.Adam(amsgrad=True)),
    "another optimizer": lambda keras, small: small(optimizer="adamax"),
    "an activation of its own": lambda keras, small: small(last=lambda scores: keras.ops.softmax(scores)),
    "another activation": lambda keras, small: small(last="sigmoid"),
    "an activation called softmax": lambda keras, small: small(last=softmax_of_its_own),
    "a class that was put in place of its own": lambda keras, small: _in_place(keras, small()),
}


def softmax_of_its_own(scores):
    return scores


softmax_of_its_own.__name__ = "softmax"
softmax_of_its_own.__module__ = "keras.src.activations.activations"


def _in_place(keras, model):
    model.__class__ = type("Sequential", (keras.Sequential,), {})
    return model


@pytest.mark.parametrize("made", UNUSUAL.values(), ids=UNUSUAL)
def test_whatever_learns_otherwise_is_no_ordinary_model(keras, small, made):
    assert not is_ordinary(made(keras, small))


def test_a_function_of_keras_that_was_replaced_is_no_ordinary_one(keras, small, monkeypatch):
    model = small()
    assert is_ordinary(model)
    monkeypatch.setattr(keras.optimizers.Adam, "update_step", lambda self, gradient, variable, rate: None)
    assert not is_ordinary(model)


def test_code_that_was_put_into_a_function_of_keras_is_no_ordinary_one(keras, small, monkeypatch):
    model = small()
    monkeypatch.setattr(keras.activations.relu, "__code__", (lambda x, a=0, b=0, c=0: x).__code__)
    assert not is_ordinary(model)


def test_an_optimizer_that_only_is_called_adam_is_told_apart(keras, small):
    class Adam(keras.optimizers.SGD):
        pass

    class Mine(keras.optimizers.SGD):
        pass

    names = [models.describe_model(small(optimizer=kind(0.1)))["optimizer"]["name"] for kind in (Adam, Mine)]
    assert names == ["Adam, a class of the page's own", "Mine"]


def test_a_class_of_its_own_is_no_ordinary_one_whatever_its_name(keras, small):
    class Dense(keras.layers.Dense):
        def call(self, inputs, training=None):
            return super().call(inputs) * (0.5 if training else 1.0)

    model = keras.Sequential([keras.Input((4, 3)), keras.layers.Flatten(), Dense(3, "softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    assert not is_ordinary(model)


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
    after = models.steps(models.build_network(network.to_wire().content), lessons, network.weights())
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
    moved = models.steps(tried, batches(rng), given)["weights"][0]
    images_of = rng.random((3, 4, 3), np.float32)
    (rows,) = models.outputs_with(tried, [images_of], given)
    tried.set_weights(given)
    np.testing.assert_array_equal(rows, models.model_outputs(tried, images_of))
    tried.set_weights(before)
    models.moves(tried, [[weight * 0 + 0.1 for weight in before]] * 2)
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
    for these, moved in zip(slopes, models.moves(model, slopes), strict=True):
        for slope, one in zip(these, moved, strict=True):
            np.testing.assert_allclose(one, -0.5 * slope)


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
    model = models.build_network(network.to_wire().content)
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
