"""Whether a Keras model is an ordinary one: Keras's own parts, with settings of which the judge knows what they do.

Keras's own are the objects that were there before the student's code ran, not what is called like them. Runs in the
worker, so that all of this is a claim: the judge believes it only of a model that does what such a model does
(``expectations.model_behaviour``). What else a model is, is not a mistake: it is then trained where it is.
"""

from __future__ import annotations

import sys
import types
import warnings
from typing import NamedTuple

from autograder.values.keras import compat

WRAPPED = {"build", "quantize", "loss"}  # that Keras itself overwrites in each model or layer
FUNCTIONS = (types.FunctionType, staticmethod, classmethod, property)

# Settings that are free, and those that have to have their defaults. One that is in neither is
# for something that the judge does not know of.
NAMED = {"name", "dtype"}  # types are looked at by the judge: ``describe_model`` describes them
LAYERS: dict[str, tuple[set[str], dict[str, object]]] = {
    "InputLayer": (NAMED | {"batch_shape"}, {"sparse": False, "ragged": False, "optional": False}),
    "Flatten": (NAMED, {"trainable": True, "data_format": "channels_last"}),
    "Reshape": (NAMED | {"target_shape"}, {"trainable": True}),
    "Activation": (NAMED | {"activation"}, {"trainable": True}),
    "ReLU": (NAMED, {"trainable": True, "max_value": None, "negative_slope": 0.0, "threshold": 0.0}),
    "Softmax": (NAMED, {"trainable": True, "axis": -1}),
    "Dense": (
        NAMED | {"units", "activation", "kernel_initializer", "bias_initializer"},
        {
            "trainable": True,
            "use_bias": True,
            "kernel_regularizer": None,
            "bias_regularizer": None,
            "kernel_constraint": None,
            "bias_constraint": None,
            "quantization_config": None,
        },
    ),
}
PLAIN_ACTIVATIONS = ("relu", "softmax", "linear")
ADAM_SETTINGS = (
    {"name", "learning_rate", "ema_momentum"},
    {
        "weight_decay": None,
        "clipnorm": None,
        "global_clipnorm": None,
        "clipvalue": None,
        "use_ema": False,
        "ema_overwrite_frequency": None,
        "loss_scale_factor": None,
        "gradient_accumulation_steps": None,
        "beta_1": 0.9,
        "beta_2": 0.999,
        "epsilon": 1e-7,
        "amsgrad": False,
    },
)
LOSS = ({"name", "dtype", "from_logits"}, {"reduction": "sum_over_batch_size", "ignore_class": None, "axis": -1})
METRICS = ("accuracy", "acc", "sparse_categorical_accuracy")  # names of one and the same, with this loss
CROSS_ENTROPY = "sparse_categorical_crossentropy"


class _Keras(NamedTuple):
    """What is of Keras, as it was before any code of a student ran."""

    classes: dict[type, dict[str, object]]  # those that an ordinary model is made of, and their bases -> functions
    activations: dict[str, object]
    optimizers: dict[type, str]
    codes: dict[types.FunctionType, types.CodeType]  # of all those functions


_known: _Keras | None = None


def remember() -> None:
    """Takes note of what is of Keras, where it is loaded. To be called before any code of a student runs."""
    global _known
    keras = sys.modules.get("keras")
    if keras is None or _known is not None:
        return
    parts = [
        keras.Sequential,
        compat.functional_class(),
        *(getattr(keras.layers, name) for name in LAYERS),
        compat.class_of_objects(keras.optimizers.Adam),
        keras.losses.SparseCategoricalCrossentropy,
    ]
    classes = {one: _functions(one) for part in parts for one in part.__mro__}
    activations = {name: getattr(keras.activations, name) for name in PLAIN_ACTIVATIONS}
    optimizers = {
        compat.class_of_objects(one): name
        for name, one in vars(keras.optimizers).items()
        if isinstance(one, type) and not name.startswith("_")
    }
    functions = [*activations.values(), *(value for each in classes.values() for value in each.values())]
    codes = {function: function.__code__ for value in functions for function in _plain_functions(value)}
    _known = _Keras(classes, activations, optimizers, codes)


def optimizer_name(optimizer: object) -> str:
    """The name of its class; of a class that only is called like one of Keras's, that it is the page's own."""
    name = type(optimizer).__name__
    if _known is None or _known.optimizers.get(type(optimizer)) == name or name not in _known.optimizers.values():
        return name
    return f"{name}, a class of the page's own"


def is_ordinary(model: object, asked: dict) -> bool:
    """Whether training the model is adam on cross-entropy of what dense layers give, and nothing beside.

    Args:
        model: a Keras model. asked: its ``compile_settings``.

    Returns:
        False even if that is not known.
    """
    try:
        return bool(model.built and model.compiled) and _is_ordinary(model, asked)
    except Exception:  # a part that cannot even be asked is not an ordinary one
        return False


def compile_settings(model: object) -> dict:
    """The settings given to ``compile``, as plain data where they can be; empty where Keras does not know them.

    What it says about saving such a model does not matter.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return model.get_compile_config() or {}
        except Exception:  # parts of the student's own may raise whatever they like when they are asked
            return {}


def _is_ordinary(model: object, asked: dict) -> bool:
    optimizer, layers = model.optimizer, compat.all_layers(model)
    parts = [model, optimizer, *layers]
    return (
        _known is not None
        and all(type(part) in _known.classes for part in parts)
        and all(function.__code__ is code for function, code in _known.codes.items())
        and all(_functions(one) == functions for one, functions in _known.classes.items())
        and all(map(_is_known_layer, layers))
        and _is_chain(model)
        and type(optimizer).__name__ == "Adam"
        and _is_known_adam(optimizer.get_config())
        and not optimizer.built  # it remembers nothing
        and _is_known_loss(asked["loss"], model.loss)
        and asked["loss_weights"] is None
        and not asked["weighted_metrics"]
        and all(map(_is_known_metric, asked["metrics"] or []))
        and not any(_hidden_methods(part) for part in parts)
    )


def _is_chain(model: object) -> bool:
    """Whether an image goes through each layer once, in order, and what the last one gives is the output."""
    if type(model).__name__ == "Sequential":
        return True
    calls, layers = compat.number_of_calls(model), compat.all_layers(model)
    return compat.gives_one_tensor(model) and len(model.inputs) == 1 and calls == len(layers)


def _fits(settings: dict, free: set[str], usual: dict[str, object]) -> bool:
    return all(name in free or (name in usual and _same(value, usual[name])) for name, value in settings.items())


def _same(value: object, usual: object) -> bool:
    return type(value) is type(usual) and value == usual


def _is_known_layer(layer: object) -> bool:
    kind = type(layer).__name__
    activation = getattr(layer, "activation", None)
    own = activation is None or any(activation is one for one in _known.activations.values())
    return kind in LAYERS and own and _fits(layer.get_config(), *LAYERS[kind])


def _is_known_adam(settings: dict) -> bool:
    return _fits(settings, *ADAM_SETTINGS) and isinstance(settings["learning_rate"], float)  # no plan by which it falls


def _is_known_loss(asked: object, loss: object) -> bool:
    if isinstance(asked, str):
        return asked == CROSS_ENTROPY
    is_own = type(loss) in _known.classes and type(loss).__name__ == "SparseCategoricalCrossentropy"
    return is_own and _fits(loss.get_config(), *LOSS) and not _hidden_methods(loss)


def _is_known_metric(asked: object) -> bool:
    """A metric is asked at each step, too: one of the student's own may do anything there."""
    if isinstance(asked, dict):
        return (asked.get("module"), asked.get("class_name")) == ("keras.metrics", "SparseCategoricalAccuracy")
    return asked in METRICS


def _hidden_methods(part: object) -> set[str]:
    """Methods that something of this part's own is in front of."""
    return {name for name in vars(part) if callable(getattr(type(part), name, None))} - WRAPPED


def _functions(one: type) -> dict[str, object]:
    """What a class can do, by name."""
    return {name: value for name, value in vars(one).items() if isinstance(value, FUNCTIONS)}


def _plain_functions(value: object) -> list[types.FunctionType]:
    inner = (value.fget, value.fset) if isinstance(value, property) else (getattr(value, "__func__", value),)
    return [function for function in inner if isinstance(function, types.FunctionType)]
