"""Real Keras models of every kind, none of them about digits: what is described, and what the words say of them."""

import numpy as np
import pytest
from asked_in_process import asked_in_process

from autograder.expectations import Failure, expect
from autograder.values.keras import models


@pytest.fixture
def layers(keras):
    keras.utils.set_random_seed(4)
    return keras.layers


@pytest.fixture
def table(keras, layers):
    """``table(units of the last layer, its activation, loss, hidden)``: a model of a table of five columns."""

    def built(last="sigmoid", loss="binary_crossentropy", hidden="relu", units=1, metrics=("AUC",), penalty=None):
        middle = [layers.Dense(8, activation=hidden, kernel_regularizer=penalty)] if hidden else []
        model = keras.Sequential([layers.Input((5,)), *middle, layers.Dense(units, activation=last)])
        model.compile(keras.optimizers.Adam(0.01), loss, metrics=list(metrics))
        return expect(asked_in_process(model)).is_a_model()

    return built


@pytest.fixture
def rows(rng):
    return rng.normal(0, 1, (40, 5)).astype(np.float32)


@pytest.fixture
def pair(rng):
    """Rows with a rare yes, which depends on two columns; for the training and for the exam."""

    def drawn(count):
        rows = rng.normal(0, 1, (count, 5)).astype(np.float32)
        return rows, (rows[:, 0] * rows[:, 1] + rng.normal(0, 0.3, count) > 1).astype(np.uint8)

    return drawn(800), drawn(400)


def stripes(rng, count):
    """Images of 6 by 6 with a bright row (0), a bright column (1), or a bright diagonal (2)."""
    labels = rng.integers(0, 3, count).astype(np.uint8)
    images = rng.random((count, 6, 6)).astype(np.float32) * 0.4
    for image, label in zip(images, labels, strict=True):
        place = rng.integers(0, 6)
        if label == 0:
            image[place] = 1
        elif label == 1:
            image[:, place] = 1
        else:
            image[np.arange(6), (np.arange(6) + place) % 6] = 1
    return images, labels


@pytest.fixture
def convolution(keras, layers):
    """A model of images with a last axis of 1, which Keras does not add by itself: it has no input layer."""

    def built(settle=False):
        model = keras.Sequential(
            [
                layers.Conv2D(8, 3, padding="same", activation="relu"),
                layers.BatchNormalization(),
                layers.MaxPooling2D(2),
                layers.Dropout(0.2),
                layers.Flatten(),
                layers.Dense(3, activation="softmax"),
            ]
        )
        if settle:
            model.build((None, 6, 6, 1))
        model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
        return model

    return built


def test_layers_are_described_with_their_settings(convolution):
    said = models.describe_model(convolution(settle=True))
    first, norm, pool, drop, *_rest = said["layers"]
    assert (first["filters"], first["kernel_size"], first["strides"], first["padding"]) == (8, (3, 3), (1, 1), "same")
    assert first["kinds"][0] == "Conv2D" and first["output_shape"] == (None, 6, 6, 8)
    assert (pool["pool_size"], drop["rate"], norm["class_name"]) == ((2, 2), 0.2, "BatchNormalization")
    assert sum(one.size for one in said["frozen"]) == 16 == said["total"] - said["trainable"]


def test_several_inputs_and_outputs_are_described(keras, layers):
    one, other = layers.Input((5,)), layers.Input((2,))
    both = layers.Concatenate()([one, other])
    model = keras.Model([one, other], [layers.Dense(1)(both), layers.Dense(4)(both)])
    said = models.describe_model(model)
    assert said["inputs"] == [(None, 5), (None, 2)] and said["outputs"] == [(None, 1), (None, 4)]
    with pytest.raises(Failure, match="2 outputs; expected one"):
        expect(asked_in_process(model)).is_a_model().takes_and_gives(np.zeros((3, 5), np.float32), 1)


def test_a_convolution_is_trained_in_the_shape_that_it_takes(convolution, rng):
    lessons, exam = stripes(rng, 500), stripes(rng, 300)
    one = expect(asked_in_process(convolution())).is_a_model().in_either_shape()
    one.takes_and_gives(exam[0][:4], 3)
    one.gives_probabilities(exam[0][:4])
    one.has_layer("Conv2D", filters=8, kernel_size=(3, 3))
    one.has_a_hidden_layer(exam[0])
    one.minimises_cross_entropy(exam[0][:5], exam[1][:5])
    one.reports_accuracy(exam[0][:5], exam[1][:5])
    assert one.has_at_most_weights(400) == 80 + 32 + 219
    assert one.learns(lessons, exam, 8, 16, at_least=0.9) > 0.9


def test_a_model_that_would_take_too_long_is_told_so(convolution, rng):
    one = expect(asked_in_process(convolution(settle=True))).is_a_model().in_either_shape()
    with pytest.raises(Failure, match=r"one pass over 500 images takes about \d+ s on one core. 3 passes may take 0 s, so it was"):
        one.learns(stripes(rng, 500), stripes(rng, 10), 3, 16, at_least=0.5, most_seconds=1e-4)


FAIR = {
    "a probability": {},
    "a score": {"last": None, "loss": "fitting"},
    "a penalty for the weights": {"penalty": "l2"},
}


@pytest.mark.parametrize("settings", FAIR.values(), ids=FAIR)
def test_a_right_binary_model(keras, table, rows, pair, settings):
    if settings.get("loss") == "fitting":
        settings = settings | {"loss": keras.losses.BinaryCrossentropy(from_logits=True)}
        settings["metrics"] = [keras.metrics.AUC(from_logits=True)]
    one = table(**settings)
    one.takes_and_gives(rows, 1)
    one.gives_one_probability(rows)
    one.has_a_hidden_layer(rows)
    one.minimises_binary_cross_entropy(rows[:6], np.array([0, 1, 1, 0, 1, 0], np.uint8))
    one.reports_any_of(("AUC", "precision", "recall"), rows)
    one.uses_optimizer("adam", rows, 2e-4, 2e-2)
    assert one.learns(*pair, 20, 32, at_least=0.8, by="AUC") > 0.8
    assert one.learns(*pair, 5, 32, at_least=0.5, by="recall", class_weights={0: 0.6, 1: 4.0}) > 0.5


@pytest.mark.parametrize("metric", ["Precision", "Recall"])
def test_other_metrics(keras, table, rows, metric):
    table(metrics=[getattr(keras.metrics, metric)()]).reports_any_of(("precision", "recall"), rows)
    with pytest.raises(Failure, match="expected one of AUC"):
        table(metrics=[getattr(keras.metrics, metric)()]).reports_any_of(("AUC",), rows)


def test_wrong_binary_models(table, rows):
    yes = (rows[:, 0] > 0).astype(np.uint8)
    with pytest.raises(Failure, match="gives 1.0 for every row"):
        table(last="softmax").gives_one_probability(rows)
    with pytest.raises(Failure, match="and some are below 0 or above 1"):
        table(last=None).minimises_binary_cross_entropy(rows, yes)
    with pytest.raises(Failure, match="expected a probability, from 0 to 1"):
        table(last=None).gives_one_probability(rows)
    with pytest.raises(Failure, match="without a hidden layer"):
        table(hidden=None).has_a_hidden_layer(rows)
    with pytest.raises(Failure, match="gives what a single one gives"):
        table(hidden="linear").has_a_hidden_layer(rows)
    with pytest.raises(Failure, match="minimises mse"):
        table(loss="mse").minimises_binary_cross_entropy(rows, yes)


def test_a_recurrent_layer_is_a_hidden_layer(keras, layers, rng):
    model = keras.Sequential([layers.Input((6, 6)), layers.LSTM(4), layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    expect(asked_in_process(model)).is_a_model().has_a_hidden_layer(stripes(rng, 3)[0])


@pytest.fixture
def two_outputs(keras, layers):
    """``two_outputs(in_a_dict)``: a model with a class and a yes or no for each row, by name or in order."""

    def built(in_a_dict=False):
        entry = keras.Input((5,))
        hidden = layers.Dense(6, activation="relu")(entry)
        parts = {"kind": layers.Dense(3, activation="softmax", name="kind")(hidden), "buys": layers.Dense(1, activation="sigmoid", name="buys")(hidden)}
        model = keras.Model(entry, parts if in_a_dict else list(parts.values()))
        losses = {"kind": "sparse_categorical_crossentropy", "buys": keras.losses.BinaryCrossentropy()}
        model.compile("adam", losses, metrics={"kind": ["accuracy"], "buys": [keras.metrics.AUC(name="area")]})
        return model

    return built


@pytest.mark.parametrize("in_a_dict", [False, True], ids=["in order", "by name"])
def test_a_model_with_several_outputs_is_described_and_said_to_be_one(two_outputs, rows, in_a_dict):
    model = two_outputs(in_a_dict)
    said = models.describe_model(model)
    assert sorted(said["loss"]["name"].split(", ")) == ["buys: binary_crossentropy", "kind: sparse_categorical_crossentropy"]
    assert sorted(said["metrics"]) == ["accuracy", "area"] and sorted(said["output_names"]) == ["buys", "kind"]
    words = expect(asked_in_process(model)).is_a_model()
    words.gives_outputs(rows, {"kind": (3,), "buys": (1,)})
    assert words.has_at_most_weights(100, rows=rows) == 64
    labels = (np.arange(40) % 2).astype(np.uint8)
    asked = {
        "has_a_hidden_layer": (rows,), "gives_one_probability": (rows,), "gives_probabilities": (rows,), "reports_any_of": (("AUC",), rows),
        "minimises_binary_cross_entropy": (rows, labels), "minimises_cross_entropy": (rows, labels), "reports_accuracy": (rows, labels),
        "learns": ((rows, labels), (rows, labels), 1, 8, 0.5),
    }  # fmt: skip
    for word, arguments in asked.items():
        with pytest.raises(Failure, match="gave a model with 2 outputs; expected one"):
            getattr(words, word)(*arguments)


@pytest.mark.parametrize(
    ("shapes", "message"),
    [
        ({"kind": (3,), "buys": (2,)}, r"whose output buys has shape \(40, 1\) for 40 rows; expected \(40, 2\)\."),
        ({"kind": (3,), "price": (1,)}, r"a model without an output price; it has kind, buys\."),
        ([(3,)], r"a model with 2 outputs; expected 1\."),
        ([(3,), (3,)], r"whose output buys has shape \(40, 1\)"),
    ],
)
def test_what_is_wrong_with_several_outputs_is_said(two_outputs, rows, shapes, message):
    words = expect(asked_in_process(two_outputs())).is_a_model()
    words.gives_outputs(rows, [(3,), (1,)])
    with pytest.raises(Failure, match=message):
        words.gives_outputs(rows, shapes)


def test_one_output_can_be_asked_in_the_same_way(table, rows):
    table().gives_outputs(rows, [(1,)])
    with pytest.raises(Failure, match=r"a model with 1 output; expected 2\."):
        table().gives_outputs(rows, [(1,), (1,)])


def test_a_model_that_gives_a_tuple_by_itself_has_several_outputs(keras, layers, rows):
    class Own(keras.Model):
        def __init__(self):
            super().__init__()
            self.one, self.two = layers.Dense(1, activation="sigmoid"), layers.Dense(3)

        def call(self, given):
            return self.one(given), self.two(given)

    words = expect(asked_in_process(Own())).is_a_model()
    words.gives_outputs(rows, [(1,), (3,)])
    with pytest.raises(Failure, match="gave a model with 2 outputs; expected one"):
        words.gives_one_probability(rows)


def test_an_embedding_takes_only_the_numbers_that_it_knows_and_that_is_no_fault(keras, layers, rng):
    words = rng.integers(0, 20, (40, 4)).astype(np.float32)
    model = keras.Sequential([keras.Input((4,)), layers.Embedding(20, 3), layers.GlobalAveragePooling1D(), layers.Dense(1, activation="sigmoid")])
    model.compile("adam", "binary_crossentropy", metrics=["AUC"])
    asked = expect(asked_in_process(model)).is_a_model()
    asked.gives_one_probability(words)
    asked.has_a_hidden_layer(words)


def test_a_loss_that_no_training_makes_smaller_is_not_called_another_loss(table, rows):
    labels = (np.arange(40) % 2).astype(np.uint8)
    with pytest.raises(Failure, match=r"gives the same number for every row, so no training makes its loss \(binary_crossentropy\) smaller"):
        table(last="softmax").minimises_binary_cross_entropy(rows, labels)
