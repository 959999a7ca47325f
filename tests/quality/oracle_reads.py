"""Plain data from the results of functions: numbers, arrays, mappings, tables. A wrong form raises ``NotAsAsked``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from oracle import NotAsAsked


def whole(value: Any) -> int:
    """A whole number, of Python or of NumPy; a float, too.

    Example:
        >>> whole(np.int64(3))
        3
    """
    found = number(value)
    if found != int(found):
        raise NotAsAsked
    return int(found)


def number(value: Any) -> float:
    """One number; an array of one number, too."""
    if isinstance(value, (str, bytes, bool, np.bool_)):
        raise NotAsAsked
    if np.ndim(value) and not (isinstance(value, np.ndarray) and value.shape == (1,)):
        raise NotAsAsked
    return float(np.asarray(value, float).ravel()[0])


def two_numbers(value: Any) -> list[float]:
    """Two numbers in an order: a pair, a list, an array."""
    if not isinstance(value, (tuple, list, np.ndarray)) or len(value) != 2:
        raise NotAsAsked
    return [number(one) for one in value]


def array(value: Any) -> np.ndarray[Any, Any]:
    """A NumPy array of numbers."""
    if not isinstance(value, np.ndarray) or value.dtype.kind not in "fiu":
        raise NotAsAsked
    return value


def floats(value: Any) -> np.ndarray[Any, Any]:
    """A NumPy array of floats."""
    if array(value).dtype.kind != "f":
        raise NotAsAsked
    return value.astype(float)  # type: ignore[no-any-return]


def whole_numbers(value: Any) -> np.ndarray[Any, Any]:
    """Numbers in any form, all of them whole; they may be floats."""
    found = np.asarray(value)
    if found.dtype.kind not in "iuf" or (found != found.astype(np.int64)).any():
        raise NotAsAsked
    return found.astype(np.int64)


def mapping(value: Any, keys: list[Any]) -> dict[Any, float]:
    """What ``value[key]`` gives for each key, and that there are no other keys; a Series is a mapping, too."""
    if not isinstance(value, Mapping) and not hasattr(value, "items"):
        raise NotAsAsked
    own = list(value.keys())
    if len(own) != len(keys) or any(one not in keys or isinstance(one, str) is not isinstance(keys[0], str) for one in own):
        raise NotAsAsked
    return {key: number(value[key]) for key in keys}


def counts(value: Any, size: int = 256) -> dict[int, int]:
    """How often each number occurs, as a mapping or as a row of counts; what is 0 is left out."""
    own = list(value.keys() if hasattr(value, "keys") else range(len(value)))
    if any(isinstance(one, str) or int(one) != one for one in own):
        raise NotAsAsked
    found = {int(one): whole(value[one]) for one in own}
    return {key: count for key, count in found.items() if count}


def text(value: Any) -> str:
    """A text, of Python or of NumPy."""
    if not isinstance(value, str):
        raise NotAsAsked
    return str(value)


def table(value: Any) -> dict[str, Any]:
    """The columns of a DataFrame, texts and numbers; its index and their order do not count."""
    if not hasattr(value, "columns"):
        raise NotAsAsked
    return {"rows": len(value)} | {str(name): [_cell(one) for one in value[name].tolist()] for name in value.columns}


def _cell(value: Any) -> Any:
    return value if isinstance(value, str) else float(value)


def numbers(value: Any) -> np.ndarray[Any, Any]:
    """Numbers in any form, NaN among them."""
    if np.ma.isMaskedArray(value):
        value = value.astype(float).filled(np.nan)
    found = np.asarray(value)
    if found.dtype.kind not in "iuf":
        raise NotAsAsked
    return found.astype(float)
