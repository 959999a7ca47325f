"""What can be asked about a value: a short one itself, of a larger one its shape, its type or its length. Runs in the worker.

Floats are left out: their last digits may differ between machines. Of what has no order (a set, a dict) only the length is noted, and one item of a dict of whole numbers.
"""

from __future__ import annotations

import collections
import math
from typing import Any

import numpy as np

from autograder.transport.pandas_tables import is_pandas
from autograder.values.keras import models

_LARGEST = 10**6  # number that a person is asked for
_LONGEST_TEXT, _LONGEST_ROW = 20, 4  # characters; numbers in a row
_MOST_ITEMS = 16  # of what one item is asked for
_MOST_LAYERS = 50
_CONTAINERS = (list, tuple, dict, set, frozenset, collections.Counter, collections.defaultdict, collections.OrderedDict, collections.deque)
_Noted = tuple[Any, ...]
_NOTHING: _Noted = ("nothing",)


def noted_value(value: Any) -> _Noted:
    """What can be asked about a value, as plain data.

    Returns:
        ``("value", one or several)``, ``("array", shape, type of its numbers, them if they are few, an item)``, ``("table", shape)``,
        ``("length", number, an item)``; an item is a key with what is there, or None; ``("network", layers, …)`` as ``_network`` gives it, or ``("nothing",)``.

    Example:
        >>> noted_value(np.zeros((2, 3)))
        ('array', (2, 3), 'float64', None, None)
        >>> noted_value({"a": 1, "b": 4})
        ('length', 2, ('b', 4))
    """
    plain = _short(value)
    if plain is not None:
        return ("value", plain)
    if type(value) is np.ndarray:
        few = value.ndim == 1 and 0 < value.size <= _LONGEST_ROW and value.dtype.kind in "iub"
        numbers = [_short(one) for one in value] if few else None
        if numbers is not None and None in numbers:
            numbers = None
        return ("array", tuple(map(int, value.shape)), str(value.dtype), numbers, None if few else _largest_number(value))
    if is_pandas(value):
        return ("table", tuple(map(int, value.shape)))
    if type(value) in (list, tuple) and 0 < len(value) <= _LONGEST_ROW:
        items = [_short(one) for one in value]
        if None not in items:
            return ("value", items if type(value) is list else tuple(items))
    if type(value) in _CONTAINERS:
        return ("length", len(value), _largest_item(value) if isinstance(value, dict) else None)
    return _network(value) if models.is_model(value) else _NOTHING


def is_compared(value: Any) -> bool:
    """Whether a result can be held against another one: nothing has to be drawn or read out for it."""
    plain = (bool, int, float, str, np.ndarray, *_CONTAINERS)
    return type(value) in plain or isinstance(value, np.generic) or is_pandas(value)


def _largest_number(array: np.ndarray) -> tuple[tuple[int, ...], int] | None:
    """The place of the first of the largest whole numbers of a small array, and that number."""
    if array.dtype.kind not in "iu" or not 0 < array.size <= _MOST_ITEMS:
        return None
    place = tuple(map(int, np.unravel_index(int(array.argmax()), array.shape)))
    number = _short(array[place])
    return None if number is None or not place else (place, int(number))


def _largest_item(mapping: dict[Any, Any]) -> tuple[Any, int] | None:
    """A key with the largest number of a small dict of whole numbers; of several the last one in order, not in that of the dict."""
    if not 0 < len(mapping) <= _MOST_ITEMS:
        return None
    items = [(_short(value), _short(key)) for key, value in mapping.items()]
    if any(type(value) is not int or type(key) not in (int, str) for value, key in items):
        return None
    number, key = max(items, key=lambda item: (item[0], repr(item[1])))
    return key, int(number)


def _short(value: Any) -> bool | int | str | None:
    """A truth value, a whole number or a short text; None for anything else."""
    if isinstance(value, (np.bool_, np.integer)):
        value = value.item()
    if type(value) is bool or (type(value) is int and abs(value) < _LARGEST):
        return value
    fits = type(value) is str and 0 < len(value) <= _LONGEST_TEXT and value.isprintable() and value.strip() == value
    return value if fits and not set(value) & set("'\"\\") else None


def _network(model: Any) -> _Noted:
    """``("network", [(class, number of weights, shape of what it gives or None), …], number of weights, in one row)``.

    Layers of classes that are not Keras's own, and weights that no training changes, leave nothing to ask: what counts as a weight
    is then a matter of words.
    """
    if not model.built:
        return _NOTHING
    layers = _layers(model)
    if len(layers) > _MOST_LAYERS or len(model.weights) != len(model.trainable_weights):
        return _NOTHING
    rows = []
    for layer in layers:
        own = type(layer).__module__.partition(".")[0] == "keras" and len(layer.weights) == len(layer.trainable_weights)
        rows.append((type(layer).__name__ if own else "", _count(layer.weights), _output(layer)))
    return ("network", rows, _count(model.weights), type(model).__name__ == "Sequential")


def _layers(model: Any) -> list[Any]:
    """Its layers in order, those of networks in it in their place."""
    found: list[Any] = []
    for layer in list(model.layers)[: _MOST_LAYERS + 1]:
        found += _layers(layer) if models.is_model(layer) else [layer]
    return found


def _count(weights: list[Any]) -> int:
    return sum(math.prod(weight.shape) for weight in weights)


def _output(layer: Any) -> tuple[int, ...] | None:
    """The shape of what a layer gives for one input; None where it is not known or not always the same."""
    try:
        return tuple(int(size) for size in layer.output.shape[1:])
    except (AttributeError, TypeError, ValueError, RuntimeError):
        return None
