"""Values in a form that two answers share only if they are the same, as far as the description of the exercise says."""

from __future__ import annotations

import hashlib
import json
import math
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

SEED = 99
DIGITS = 5  # of numbers; float32 instead of float64 is within them
DPI = 40


def canonical(value: Any, kind: str) -> Any:
    """A value as lists, texts and numbers: what the contract calls the same has the same form.

    Args:
        kind: of the function's result, from ``contracts``; empty where each type is another thing.

    Example:
        >>> canonical({1: 2, 3: 0}, "counts") == canonical([0, 2], "counts")
        True
    """
    if kind in ("counts", "shares", "shapes"):
        return _mapping(value, kind)
    if kind == "names":
        return [_other(value, list, tuple, np.ndarray), [str(one) if isinstance(one, str) else ["not a text", str(one)] for one in value]]
    if kind in ("whole numbers", "floats"):
        found = np.asarray(value)
        return [_other(value, np.ndarray), _dtype(found.dtype), list(found.shape), _plain(found.tolist())]
    if kind in ("two numbers", "two whole numbers"):
        return [_other(value, list, tuple, np.ndarray), [_number(one, kind == "two whole numbers") for one in value]]
    if kind in ("number", "whole number"):
        return [kind, _number(value, kind == "whole number")]
    if kind == "pairs":
        return [[_other(pair, list, tuple), *(canonical(one, "") for one in pair)] for pair in value] + [_other(value, list, tuple)]
    if kind == "table and numbers":
        numbers = value[1] if isinstance(value[1], np.ndarray) or type(value[1]).__name__ == "Series" else type(value[1]).__name__
        return [_other(value, list, tuple), canonical(value[0], ""), numbers if isinstance(numbers, str) else [float(one) for one in np.asarray(numbers)]]
    return _described(value)


def _mapping(value: Any, kind: str) -> Any:
    if kind == "counts" and not isinstance(value, Mapping) and not hasattr(value, "items"):
        pairs = list(enumerate(np.asarray(value).tolist()))
    else:
        pairs = list(value.items())
    if kind == "shapes":
        return sorted([str(name), type(one).__name__, _plain(list(one))] for name, one in pairs)
    whole = all(isinstance(one, (int, np.integer)) for _, one in pairs)
    numbers = (int, float, np.number)
    found = [[_plain(name), _plain(float(one)) if isinstance(one, numbers) else [type(one).__name__, str(one)]] for name, one in pairs if kind != "counts" or one != 0]
    return [whole if kind == "counts" else "", sorted(found, key=str)]


def _other(value: Any, *allowed: type) -> str:
    """The name of a type that the description does not allow; empty for those that it does."""
    return "" if isinstance(value, allowed) else type(value).__name__


def _number(value: Any, whole: bool) -> Any:
    array = np.asarray(value)
    if whole and array.dtype.kind not in "iu":
        return ["not whole", str(array.dtype)]
    return _plain(array.item())


def _dtype(dtype: np.dtype) -> str:
    return {"u": "i"}.get(dtype.kind, dtype.kind)


def _plain(value: Any) -> Any:
    """Numbers to a few digits; whole numbers of NumPy's as Python's."""
    if isinstance(value, (list, tuple)):
        return [_plain(one) for one in value]
    if isinstance(value, (bool, np.bool_)):
        return bool(value)
    if isinstance(value, (int, np.integer)):
        return int(value)
    if isinstance(value, (float, np.floating)):
        number = float(value)
        return float(f"{number:.{DIGITS}g}") + 0.0 if math.isfinite(number) else str(number)
    return str(value)


def _described(value: Any) -> Any:
    name = type(value).__name__
    if isinstance(value, np.ndarray):
        return ["array", value.dtype.str, list(value.shape), _plain(value.tolist())]
    if isinstance(value, np.generic):
        return [name, _plain(value.item())]
    if isinstance(value, dict):
        return [name, [[_plain(key), _described(one)] for key, one in value.items()]]
    if isinstance(value, (list, tuple)):
        return [name, [_described(one) for one in value]]
    if isinstance(value, (bool, int, float, str, type(None), Path)):
        return [name, _plain(value)]
    if name in ("DataFrame", "Series"):
        columns = [str(one) for one in value.columns] if name == "DataFrame" else [str(value.name)]
        kinds = [str(one) for one in value.dtypes] if name == "DataFrame" else [str(value.dtype)]
        return [name, columns, kinds, _plain(value.index.tolist()), _plain(value.to_numpy().tolist())]
    if name == "Figure" or hasattr(value, "savefig"):
        return ["figure", _drawn(value)]
    if hasattr(value, "get_weights") and hasattr(value, "compiled"):
        return ["model", *_model(value)]
    if isinstance(getattr(value, "history", None), dict):
        return ["history", _described({str(key): _plain(list(one)) for key, one in value.history.items()})]
    return ["object", name]


def _drawn(figure: Any) -> str:
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    seen = [figure.get_size_inches().tolist(), type(figure.get_layout_engine()).__name__]
    figure.set_layout_engine("none")  # it takes longer than all the rest, and does the same for the same axes
    figure.set_dpi(DPI)
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return hashlib.sha256(repr(seen).encode() + bytes(canvas.buffer_rgba())).hexdigest()


def _model(model: Any) -> list[Any]:
    """Layers and settings without the numbers in their names, weights, and outputs for random inputs."""

    import keras

    def settings(thing: Any) -> str:
        if thing is None or isinstance(thing, str):
            return str(thing)
        try:
            return re.sub(r"_\d+\b", "", json.dumps([type(thing).__name__, thing.get_config()], default=str, sort_keys=True))
        except (AttributeError, NotImplementedError):
            return type(thing).__name__

    layers = [settings(one) for one in model.layers]
    compiled = [settings(getattr(model, "optimizer", None)), str(getattr(model, "loss", None)) if isinstance(getattr(model, "loss", None), str) else settings(getattr(model, "loss", None))]
    compiled.append(str([settings(one) for one in (getattr(model, "_compile_metrics", None) and model._compile_metrics._user_metrics or [])]))
    shape = tuple(getattr(model, "input_shape", None) or (None, 28, 28))[1:]
    try:
        keras.utils.set_random_seed(SEED)
        given = np.random.default_rng(SEED).random((3, *shape)).astype(np.float32)
        outputs = np.asarray(model(given)).tolist()
    except Exception as error:
        outputs = [type(error).__name__]
    weights = hashlib.sha256(b"".join(np.round(one, 4).tobytes() for one in model.get_weights())).hexdigest()
    return [layers, re.sub(r" at 0x\w+|_\d+\b", "", str(compiled)), _plain(outputs), weights]
