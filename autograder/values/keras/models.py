"""Keras models and histories as plain data. Runs in the worker.

Keras is never imported by looking: what is not in ``sys.modules`` cannot be a Keras object.
"""

from __future__ import annotations

import collections
import sys
import types

import numpy as np

from autograder.values.keras import compat
from autograder.values.keras.callback_notes import describe_training
from autograder.values.keras.recognise import compile_settings, is_ordinary, optimizer_name

MAX_LAYERS = 200
MAX_VARIABLES = 1000  # whose identity is told
MAX_TEXT, MAX_AXES = 30, 8  # of a layer's setting: characters, numbers
LAYER_SETTINGS = ("filters", "kernel_size", "strides", "padding", "pool_size", "dilation_rate")
MAX_WEIGHTS = 5_000_000  # numbers sent to the judge; a first network has about 100,000


def is_model(value: object) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.Model)


def is_history(value: object) -> bool:
    keras = sys.modules.get("keras")
    return keras is not None and isinstance(value, keras.callbacks.History)


def is_like_a_history(value: object) -> bool:
    """Whether it is an object of the page's own that has what a History has: the attribute ``history``, a dict of lists.

    A loop by hand has no History of Keras's to return. Classes and modules are no records.
    """
    if isinstance(value, (type, types.ModuleType)):
        return False
    try:
        recorded = value.history
    except Exception:  # most values have none, and one of the student's own may raise anything
        return False
    kinds = (list, tuple, np.ndarray)
    return type(recorded) in (dict, collections.defaultdict) and any(type(one) in kinds for one in recorded.values())


def describe_history(history: object) -> dict:
    """A History as its numbers: ``{"history": {name: [float, …]}, "epochs": [int, …], "steps": int or None, "training": …}``.

    ``training`` says which callbacks there were and what they did, see ``callback_notes.describe_training``.
    """
    recorded = history.history if isinstance(history.history, dict) else {}  # anything else was put there by hand
    numbers = {str(name): _floats(values) for name, values in recorded.items()}
    params = getattr(history, "params", None)
    steps = params.get("steps") if isinstance(params, dict) else None
    return {
        "history": numbers,
        "epochs": [int(epoch) for epoch in _floats(getattr(history, "epoch", []))],
        "steps": int(steps) if isinstance(steps, int) else None,
        "training": describe_training(history),
    }


def _floats(values: object) -> list[float]:
    """The numbers of a list; empty if it is something else, as it may be in a History that was filled by hand."""
    try:
        return [float(value) for value in values]
    except (TypeError, ValueError):
        return []


def describe_model(model: object) -> dict:
    """A model as its layers, compile settings and weights.

    Returns:
        dict with ``class_name``, ``built``, ``compiled``, ``input_shape``, ``output_shape`` (tuples or None), ``inputs`` and
        ``outputs`` (a shape for each; empty where it is not known), ``output_names``, ``layers`` (dicts), ``loss``, ``optimizer``, ``metrics`` (names and settings), ``iterations``,
        ``weights`` (trainable ones, float arrays in order; none where there are more than ``MAX_WEIGHTS``), ``frozen`` (the
        others, in the same way), ``depth`` (the
        number of layers, also of those beyond ``MAX_LAYERS``), ``trainable``, ``total`` (numbers of weights), ``types``
        (that it computes with and keeps its weights in), ``ordinary`` (see ``recognise.is_ordinary``), ``record`` (of its
        last training, see ``describe_history``; None if there was none), ``variables`` (a number for each of the model's
        weights, the same one where two models of one worker share it).
    """
    layers = _layers(model)
    trainable = list(model.trainable_weights)
    count = sum(int(np.prod(weight.shape)) for weight in trainable)
    total = sum(int(np.prod(weight.shape)) for weight in model.weights)
    sent = [np.asarray(weight) for weight in trainable] if count <= MAX_WEIGHTS else []
    frozen = [np.asarray(weight) for weight in model.non_trainable_weights] if total <= MAX_WEIGHTS else []
    compiled = bool(getattr(model, "compiled", False))
    asked = compile_settings(model) if compiled else {}
    return {
        "class_name": type(model).__name__,
        "built": bool(model.built),
        "input_shape": _shape(model, "input_shape"),
        "output_shape": _shape(model, "output_shape"),
        "inputs": _shapes(model, "inputs"),
        "outputs": _shapes(model, "outputs"),
        "output_names": [str(name)[:MAX_TEXT] for name in list(getattr(model, "output_names", None) or [])[:MAX_LAYERS]],
        "layers": [_layer(layer) for layer in layers[:MAX_LAYERS]],
        "depth": len(layers),
        "weights": [np.asarray(weight, dtype=np.float32) for weight in sent],
        "frozen": [np.asarray(weight, dtype=np.float32) for weight in frozen],
        "trainable": count,
        "total": total,
        "variables": [id(weight) for weight in model.weights][:MAX_VARIABLES],
        "types": sorted({str(layer.compute_dtype) for layer in layers} | {str(one.dtype) for one in model.weights}),
        "ordinary": is_ordinary(model, asked),
        "compiled": compiled,
        "loss": _loss(model) if compiled else None,
        "optimizer": _optimizer(model) if compiled else None,
        "metrics": _metrics(asked),
        "record": describe_history(model.history) if is_history(getattr(model, "history", None)) else None,
    }


def _layers(model: object) -> list:
    """Layers in order, those of nested models in place."""
    found, waiting = [], list(model.layers)[::-1]
    while waiting:
        layer = waiting.pop()
        if is_model(layer):
            waiting.extend(list(layer.layers)[::-1])
        else:
            found.append(layer)
    return found


def _layer(layer: object) -> dict:
    activation = getattr(layer, "activation", None)
    units = getattr(layer, "units", None)
    numbers = {name: getattr(layer, name, None) for name in ("rate", "scale", "offset")}
    return {
        "class_name": type(layer).__name__,
        "kinds": _kinds(layer),
        "units": int(units) if isinstance(units, int) else None,
        "activation": getattr(activation, "__name__", None) if activation is not None else None,
        "trainable": bool(layer.trainable),
        **{name: float(number) if type(number) in (int, float) else None for name, number in numbers.items()},
        **{name: found for name in LAYER_SETTINGS if (found := _setting(getattr(layer, name, None))) is not None},
        "output_shape": _shape(layer, "output"),
    }


def _kinds(layer: object) -> list[str]:
    """The classes of Keras that a layer is one of, the nearest first: ``Conv2D``, ``BaseConv`` …"""
    own = [one.__name__ for one in type(layer).__mro__ if one.__module__.partition(".")[0] == "keras"]
    return own[: own.index("Layer")] if "Layer" in own else own


def _setting(value: object) -> int | str | tuple[int, ...] | None:
    """A whole number, a few of them, or a short text; None for anything else."""
    if type(value) is int or (type(value) is str and len(value) <= MAX_TEXT):
        return value
    few = type(value) in (list, tuple) and len(value) <= MAX_AXES
    return tuple(value) if few and all(type(one) is int for one in value) else None


def _shapes(model: object, attribute: str) -> list:
    """The shapes of a model's inputs or outputs; empty where they are not known."""
    try:
        tensors = list(getattr(model, attribute) or [])
    except Exception:  # a model that was never called has none, and one of the student's own may raise anything
        return []
    return [_shape(tensor, "shape") for tensor in tensors[:MAX_LAYERS]]


def _shape(owner: object, attribute: str) -> tuple | None:
    """A shape as a tuple of int and None; None where there is none (an unbuilt or branching model)."""
    try:
        found = getattr(owner, attribute)
        found = getattr(found, "shape", found)
        return tuple(None if size is None else int(size) for size in found)
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None


def _loss(model: object) -> dict | None:
    loss = model.loss
    if isinstance(loss, (list, tuple, dict)):
        several = loss.items() if isinstance(loss, dict) else [("", one) for one in loss]
        found = [(name, _one_loss(one)) for name, one in several]
        named = [f"{name}: {one['name']}" if name else one["name"] for name, one in found if one]
        return {"name": ", ".join(named), "from_logits": any(one["from_logits"] for _name, one in found if one)}
    return _one_loss(loss)


def _one_loss(loss: object) -> dict | None:
    if isinstance(loss, type):
        return {"name": loss.__name__, "from_logits": False}
    if isinstance(loss, str):
        return {"name": loss, "from_logits": False}
    if loss is None:
        return None
    name = getattr(loss, "name", None) or getattr(loss, "__name__", None) or type(loss).__name__
    try:
        settings = loss.get_config()
    except Exception:  # a function has none, and one of the student's own may raise whatever it likes
        settings = {}
    return {"name": str(name), "from_logits": bool(settings.get("from_logits", False))}


def _optimizer(model: object) -> dict | None:
    optimizer = model.optimizer
    if optimizer is None:
        return None
    try:
        rate = float(np.asarray(optimizer.learning_rate))
    except (TypeError, ValueError):
        rate = None
    betas = tuple(getattr(optimizer, name, None) for name in ("beta_1", "beta_2"))
    return {
        "name": optimizer_name(optimizer),
        "learning_rate": rate,
        "betas": betas if all(isinstance(beta, float) for beta in betas) else None,
        "iterations": int(optimizer.iterations),
        "moments": _moments(optimizer) if int(optimizer.iterations) else None,
    }


def _moments(optimizer: object) -> dict | None:
    """What an adam remembers of the gradients and of their squares, one array for each trainable weight."""
    memory = compat.adam_memory(optimizer)
    if memory is None:
        return None
    means, squares = memory
    return {
        "means": [np.asarray(one, dtype=np.float32) for one in means],
        "squares": [np.asarray(one, dtype=np.float32) for one in squares],
    }


def _metrics(asked: dict) -> list[str]:
    """The metrics asked for in ``compile``, as text: names, or class names; those of all outputs in one row."""
    names = []
    for metric in _single(asked.get("metrics") or []):
        if isinstance(metric, dict):
            config = metric.get("config")
            metric = config.get("name") if isinstance(config, dict) else config
        names.append(str(metric))
    return names


def _single(metrics: object) -> list:
    """Metrics out of the lists and dictionaries that say of which output they are."""
    if isinstance(metrics, (list, tuple)):
        return [one for part in metrics for one in _single(part)]
    if isinstance(metrics, dict) and "config" not in metrics:
        return [one for part in metrics.values() for one in _single(part)]
    return [] if metrics is None else [metrics]
