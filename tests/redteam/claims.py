"""Models that say one thing of themselves and do another, for each word that reads what a model says; and honest ones beside them.

Unlike the pages of ``disguises``, they are asked in this process: the words need not be those of one assignment.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

SHAPE = (6, 5)
IMAGES = np.random.default_rng(1).random((6, *SHAPE), np.float32)
LABELS = np.array([0, 1, 2, 2, 1, 0], np.uint8)
YES = np.array([0, 1, 1, 0, 1, 0], np.uint8)


@dataclass(frozen=True)
class Claim:
    """What a model says, and a word that reads it.

    Attributes:
        word: given the words about a model. lies: makes a model that says so and is not so; honest: one that is.
        said: in the message that the first one gets.
    """

    word: Callable[[Any], object]
    lies: Callable[[], object]
    honest: Callable[[], object]
    said: str


def usual(
    optimizer: object = "adam", loss: object = "sparse_categorical_crossentropy", outputs: int = 3, last: str | None = "softmax"
) -> object:
    """A compiled model of two dense layers."""
    import keras
    from keras import layers

    keras.utils.set_random_seed(1)
    hidden = layers.Dense(16, activation="relu")
    model = keras.Sequential([layers.Input(SHAPE), layers.Flatten(), hidden, layers.Dense(outputs, activation=last)])
    model.compile(optimizer, loss, metrics=["accuracy"])
    return model


def changed(change: Callable[[Any], None], **settings: object) -> object:
    model = usual(**settings)
    change(model)
    return model


# -- parts that lie ---------------------------------------------------------------------------------------------------


def as_keras_calls_it(name: str, base: str) -> object:
    """An object of a class of Keras, whose steps are those of another one."""
    import keras

    one = getattr(keras.optimizers, name)(0.01)
    other = getattr(keras.optimizers, base)(0.01)
    one.apply = lambda slopes, variables=None: other.apply(slopes, variables)
    return one


def squares() -> object:
    """A loss of squares that says that it is told of bare scores."""
    import keras

    class Told(keras.losses.Loss):
        def call(self, labels: Any, rows: Any) -> Any:
            labels = keras.ops.cast(labels, rows.dtype)
            labels = labels[..., None] if len(labels.shape) < len(rows.shape) else labels
            return keras.ops.mean((rows - labels) ** 2, axis=-1)

        def get_config(self) -> dict:
            return {"from_logits": True}

    return Told()


def scores(kind: str) -> object:
    """A loss of Keras that is told of bare scores."""
    import keras

    return getattr(keras.losses, kind)(from_logits=True)


def says_compiled() -> object:
    import keras
    from keras import layers

    class Saying(keras.Sequential):
        compiled = True
        loss = "sparse_categorical_crossentropy"

    model = Saying([layers.Input(SHAPE), layers.Flatten(), layers.Dense(3, activation="softmax")])
    model.optimizer = keras.optimizers.Adam()
    return model


def with_hidden_weights() -> object:
    """A model that learns in a layer that it does not show."""
    import keras
    from keras import layers

    hidden = layers.Dense(64)
    hidden.build((None, SHAPE[0] * SHAPE[1]))

    class Small(keras.Sequential):
        def call(self, rows: Any, training: bool | None = None, mask: object = None) -> Any:
            return super().call(hidden(keras.ops.reshape(rows, (-1, SHAPE[0] * SHAPE[1]))))

        def train_step(self, data: Any) -> dict:
            for weight in hidden.trainable_weights:
                weight.assign(weight * 1.1 + 0.01)
            return super().train_step(data)

    model = Small([layers.Input((64,)), layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def normalized() -> object:
    """An honest model whose numbers that do not learn change in a step of training, too."""
    import keras
    from keras import layers

    parts = [layers.Conv2D(4, 3), layers.BatchNormalization(), layers.Flatten(), layers.Dropout(0.5)]
    model = keras.Sequential([layers.Input((*SHAPE, 1)), *parts, layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def with_a_layer_called_conv2d() -> object:
    import keras
    from keras import layers

    class Conv2D(layers.Layer):
        filters = 4

        def call(self, rows: Any) -> Any:
            return rows

    model = keras.Sequential([layers.Input((*SHAPE, 1)), Conv2D(), layers.Flatten(), layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def with_an_unused_layer(kind: str, **settings: object) -> object:
    """A layer made from one of Keras, with its kernel and its settings, that gives what it gets."""
    import keras
    from keras import layers

    def call(_self: object, rows: Any) -> Any:
        return rows

    def compute_output_shape(_self: object, shape: Any) -> Any:
        return shape

    base = getattr(layers, kind)
    mine = type(kind, (base,), {"call": call, "compute_output_shape": compute_output_shape})(**settings)
    shape = (*SHAPE, 1) if kind.startswith("Conv") else (SHAPE[0] * SHAPE[1],)
    model = keras.Sequential([layers.Input(shape), mine, layers.Flatten(), layers.Dense(3, activation="softmax")])
    model.compile("adam", "sparse_categorical_crossentropy")
    return model


def called_relu() -> object:
    import keras

    def relu(values: Any) -> Any:
        return keras.ops.tanh(values)

    return changed(lambda model: setattr(model.layers[1], "activation", relu))


def counted_accuracy() -> object:
    import keras

    def accuracy(labels: Any, rows: Any) -> Any:
        return keras.ops.ones_like(rows[:, 0])

    model = usual()
    model.compile("adam", "sparse_categorical_crossentropy", metrics=[accuracy])
    return model


def called_cross_entropy() -> object:
    import keras

    def sparse_categorical_crossentropy(labels: Any, rows: Any) -> Any:
        return keras.ops.mean(rows**2, axis=-1)

    return usual(loss=sparse_categorical_crossentropy)


def trained_and_compiled_again() -> object:
    """A trained model whose new optimizer has taken no step."""
    model = usual()
    for _step in range(300):
        model.train_on_batch(IMAGES, LABELS)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


CLAIMS = {
    "an optimizer called Adam": Claim(
        lambda model: model.uses_optimizer("adam", IMAGES, 1e-4, 1.0),
        lambda: usual(as_keras_calls_it("Adam", "SGD")),
        usual,
        "does not change the weights as adam does",
    ),
    "an optimizer called SGD": Claim(
        lambda model: model.uses_optimizer("sgd", IMAGES, 1e-4, 1.0),
        lambda: usual(as_keras_calls_it("SGD", "Adam")),
        lambda: usual("sgd"),
        "does not change the weights as sgd does",
    ),
    "an optimizer called RMSprop": Claim(
        lambda model: model.uses_optimizer("rmsprop", IMAGES, 1e-4, 1.0),
        lambda: usual(as_keras_calls_it("RMSprop", "SGD")),
        lambda: usual("rmsprop"),
        "does not change the weights as rmsprop does",
    ),
    "from_logits, with several outputs": Claim(
        lambda model: model.gives_probabilities(IMAGES),
        lambda: usual(loss=squares(), last=None),
        lambda: usual(loss=scores("SparseCategoricalCrossentropy"), last=None),
        "expected three probabilities that sum to 1",
    ),
    "from_logits, with one output": Claim(
        lambda model: model.gives_one_probability(IMAGES),
        lambda: usual(loss=squares(), last=None, outputs=1),
        lambda: usual(loss=scores("BinaryFocalCrossentropy"), last=None, outputs=1),
        "expected a probability, from 0 to 1",
    ),
    "that it is compiled": Claim(lambda model: model.is_compiled(), says_compiled, usual, "is not compiled"),
    "how many weights it has": Claim(
        lambda model: model.in_either_shape().has_at_most_weights(500, rows=IMAGES[:1]),
        with_hidden_weights,
        normalized,
        "learns in numbers that are not among its weights",
    ),
    "the class of a layer": Claim(
        lambda model: model.has_layer("Conv2D", filters=4),
        with_a_layer_called_conv2d,
        normalized,
        "gave a model without a Conv2D layer",
    ),
    "a convolution that is not used": Claim(
        lambda model: model.has_layer("Conv2D", filters=4, kernel_size=(3, 3)),
        lambda: with_an_unused_layer("Conv2D", filters=4, kernel_size=3),
        normalized,
        "a Conv2D layer that is not used as one",
    ),
    "a dense layer that is not used": Claim(
        lambda model: model.has_layer("Dense", units=16),
        lambda: with_an_unused_layer("Dense", units=16),
        usual,
        "a Dense layer that is not used as one",
    ),
    "an activation called relu": Claim(
        lambda model: model.computes(IMAGES, "relu"), called_relu, usual, "whose hidden layer has tanh; expected relu"
    ),
    "a metric called accuracy": Claim(
        lambda model: model.reports_accuracy(IMAGES, LABELS), counted_accuracy, usual, "the share of right answers is missing"
    ),
    "the name of a loss": Claim(
        lambda model: model.minimises_cross_entropy(IMAGES, LABELS),
        called_cross_entropy,
        usual,
        "is not cross-entropy of single-number labels",
    ),
    "the name of a loss, with one output": Claim(
        lambda model: model.minimises_binary_cross_entropy(IMAGES, YES),
        lambda: usual(loss=squares(), last="sigmoid", outputs=1),
        lambda: usual(loss="binary_crossentropy", last="sigmoid", outputs=1),
        "which is not binary cross-entropy of what it gives",
    ),
    "that it has not been trained": Claim(
        lambda model: model.is_untrained(IMAGES, LABELS, at_most=0.7),
        trained_and_compiled_again,
        usual,
        "right before any training",
    ),
}
