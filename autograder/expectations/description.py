"""Plain data of a description, read strictly: it comes from a process that the judge does not trust."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from autograder.expectations.boxes import Box

MAX_PARTS = 5000  # of one kind in one figure

Kind = TypeVar("Kind")


def parts_of(content: dict[str, Any], name: str) -> list[Any]:
    parts: list[Any] = content[name]
    if type(parts) is not list or len(parts) > MAX_PARTS:
        raise ValueError(f"{name} is not a list of a usual length")
    return parts


def _typed(kind: type[Kind]) -> Callable[[Any], Kind]:
    def check(value: Any) -> Kind:
        if type(value) is not kind:
            raise ValueError(f"{type(value).__name__} in place of {kind.__name__}")
        checked: Kind = value
        return checked

    return check


whole_number, text_of, array_of = _typed(int), _typed(str), _typed(np.ndarray)


def finite(value: Any) -> float:
    if type(value) not in (int, float) or not np.isfinite(value):
        raise ValueError("a number was expected")
    return float(value)


def floats(value: object, dimensions: int) -> np.ndarray:
    array = array_of(value).astype(np.float64)
    if array.ndim != dimensions or not np.isfinite(array).all():
        raise ValueError("an array of numbers was expected")
    return array


def box_of(value: Any) -> Box:
    if len(value) != 4:
        raise ValueError("a box has four sides")
    return np.array([finite(side) for side in value])


def pair_of(value: Any) -> tuple[float, float]:
    first, second = value
    return finite(first), finite(second)
