"""Which models are ordinary: those whose training an equal network of the judge's can stand for."""

import numpy as np
import pytest

from autograder.values.keras import models

pytestmark = [pytest.mark.keras, pytest.mark.usefixtures("remembered")]


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
