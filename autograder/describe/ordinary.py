"""Whether a Keras model is an ordinary one: Keras's own parts, with settings of which the judge knows what they do.

Such a model gives what its weights and activations say, and learns as its learning rate says; nobody needs to try it out.
Runs in the worker. What else a model is, is no mistake: it is then tried out (``models.steps``).
"""

from __future__ import annotations

import sys
import types
import warnings
from collections.abc import Iterable

MODELS = {"Sequential", "Functional"}
WRAPPED = {"build", "quantize", "loss"}  # that Keras itself writes over in each model or layer
OURS = {"keras", "tensorflow"}  # packages whose functions a model's classes are made of

# Settings that are free, and those that have to be as they are when nobody asks for them. One that is in neither stands
# for something that the judge does not know of.
NAMED = {"name", "dtype"}  # types are looked at by the judge: ``describe_model`` tells them
LAYERS: dict[str, tuple[set[str], dict[str, object]]] = {
    "InputLayer": (NAMED | {"batch_shape"}, {"sparse": False, "ragged": False, "optional": False}),
    "Flatten": (NAMED, {"trainable": True, "data_format": "channels_last"}),
    "Reshape": (NAMED | {"target_shape"}, {"trainable": True}),
    "Activation": (NAMED | {"activation"}, {"trainable": True}),
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
ACTIVATIONS = {"relu", "softmax", "linear"}
ADAM = (
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


def is_ordinary(model: object, asked: dict) -> bool:
    """Whether training the model is adam on cross-entropy of what dense layers give, and nothing beside.

    Args:
        model: a Keras model. asked: its ``compile_settings``.

    Returns:
        False also where it cannot be told.
    """
    try:
        return bool(model.built and model.compiled) and _is_ordinary(model, asked)
    except Exception:  # a part that cannot even be asked is no ordinary one
        return False


def compile_settings(model: object) -> dict:
    """What ``compile`` was told, as plain data where it can be; empty where Keras cannot tell.

    What it says about saving such a model is nobody's business.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return model.get_compile_config() or {}
        except (AttributeError, TypeError, ValueError, NotImplementedError):
            return {}


def _is_ordinary(model: object, asked: dict) -> bool:
    optimizer, layers = model.optimizer, model._layers  # with the input's layer, which ``layers`` leaves out
    parts = [model, optimizer, *layers]
    return (
        type(model).__name__ in MODELS
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
        and _are_ours(type(part) for part in parts)
    )


def _is_chain(model: object) -> bool:
    """Whether an image goes through each layer once, in order, and what the last one gives is the output."""
    if type(model).__name__ == "Sequential":
        return True
    one_output = type(model._outputs_struct).__name__ == "KerasTensor"  # a list of one would give a list
    return one_output and len(model.inputs) == 1 and len(model._nodes) == len(model._layers)


def _fits(settings: dict, free: set[str], usual: dict[str, object]) -> bool:
    return all(name in free or (name in usual and _same(value, usual[name])) for name, value in settings.items())


def _same(value: object, usual: object) -> bool:
    return type(value) is type(usual) and value == usual


def _is_known_layer(layer: object) -> bool:
    kind = type(layer).__name__
    if kind not in LAYERS:
        return False
    settings = layer.get_config()
    return _fits(settings, *LAYERS[kind]) and settings.get("activation", "linear") in ACTIVATIONS


def _is_known_adam(settings: dict) -> bool:
    return _fits(settings, *ADAM) and isinstance(settings["learning_rate"], float)  # no plan by which it falls


def _is_known_loss(asked: object, loss: object) -> bool:
    if isinstance(asked, str):
        return asked == CROSS_ENTROPY
    own = sys.modules["keras"].losses.SparseCategoricalCrossentropy
    return type(loss) is own and _fits(loss.get_config(), *LOSS) and not _hidden_methods(loss) and _are_ours([own])


def _is_known_metric(asked: object) -> bool:
    """A metric is asked at each step, too: one of the student's own may do anything there."""
    if isinstance(asked, dict):
        return (asked.get("module"), asked.get("class_name")) == ("keras.metrics", "SparseCategoricalAccuracy")
    return asked in METRICS


def _hidden_methods(part: object) -> set[str]:
    """Methods that something of this part's own stands in front of."""
    return {name for name in vars(part) if callable(getattr(type(part), name, None))} - WRAPPED


def _are_ours(classes: Iterable[type]) -> bool:
    """Whether no function of these classes, or of those that they are made from, was written elsewhere."""
    everything = {one for each in classes for one in each.__mro__}
    functions = (getattr(value, "__func__", value) for one in everything for value in list(vars(one).values()))
    return all(
        function.__globals__["__name__"].partition(".")[0] in OURS
        for function in functions
        if isinstance(function, types.FunctionType)
    )
