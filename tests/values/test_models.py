"""Real Keras models and histories become plain data."""

import sys
import types
import warnings

import numpy as np
import pytest

from autograder.transport import wire
from autograder.transport.wire import Described
from autograder.values import describe
from autograder.values.keras import computing, models

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("remembered")]


def layer(class_name: str, **settings: object) -> dict:
    plain = {"units": None, "activation": None, "trainable": True, "rate": None, "output_shape": None}
    plain |= {"scale": None, "offset": None}
    return {"class_name": class_name, "kinds": [class_name]} | plain | settings


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
    assert len(set(found.pop("variables"))) == 4
    assert shapes == [(np.float32, shape) for shape in ((12, 6), (6,), (6, 3), (3,))]
    assert rate == pytest.approx(0.001)
    assert found == {
        "class_name": "Sequential",
        "built": True,
        "input_shape": (None, 4, 3),
        "output_shape": (None, 3),
        "inputs": [(None, 4, 3)],
        "outputs": [(None, 3)],
        "output_names": [],
        "layers": DENSE,
        "frozen": [],
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


def test_models_that_share_a_layer_have_variables_in_common(small):
    import keras

    one, other = small(), small()
    sharing = keras.Sequential([keras.layers.Flatten(), one.layers[-2]])
    sharing(np.zeros((1, 4, 3), np.float32))
    variables = [set(models.describe_model(model)["variables"]) for model in (one, other, sharing)]
    assert not variables[0] & variables[1]
    assert len(variables[0] & variables[2]) == 2


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
    computing.model_outputs(model, images)
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
    computing.model_outputs(model, images)
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


def test_an_object_of_the_page_with_the_dict_of_lists_is_a_history():
    numbers = {"loss": [0.5, np.float32(0.25)], "val_loss": (1.0, 2.0)}

    class Record:
        def __init__(self, history):
            self.history = history

    content = {"history": {"loss": [0.5, 0.25], "val_loss": [1.0, 2.0]}, "epochs": [], "steps": None, "training": None}
    assert describe(Record(numbers)) == Described("history", "Record", content)
    assert describe(types.SimpleNamespace(history=numbers)) == Described("history", "SimpleNamespace", content)
    with_a_number = describe(Record({"loss": [0.5], "best epoch": 1}))
    assert with_a_number.content["history"] == {"loss": [0.5], "best epoch": []}
    for other in (Record([0.5]), Record({}), Record({"loss": 0.5}), Record, types.SimpleNamespace(loss=[0.5])):
        assert describe(other).kind == "opaque"

    class Raises:
        @property
        def history(self):
            raise KeyError("history")

    assert describe(Raises()).kind == "opaque"


def test_a_history_that_no_training_filled_is_empty(keras):
    """It was made by hand and not given to ``fit``."""
    assert models.describe_history(keras.callbacks.History()) == {"history": {}, "epochs": [], "steps": None, "training": None}


def test_models_and_histories_are_told_apart_from_the_rest(keras, small):
    model, history = small(), keras.callbacks.History()
    others = [None, keras, keras.Model, keras.layers.Dense(3), {"loss": [1.0]}, model.get_weights()]
    assert [models.is_model(value) for value in (model, history, *others)] == [True] + [False] * 7
    assert [models.is_history(value) for value in (model, history, *others)] == [False, True] + [False] * 6


def test_looking_does_not_load_keras(monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    assert not models.is_model(object()) and not models.is_history(object())
    assert "keras" not in sys.modules
