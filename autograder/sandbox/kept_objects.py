"""What calls returned and stays in the worker, so that a check can pass the very object to the next function."""

from __future__ import annotations

import collections.abc
import dataclasses
from typing import Any

import numpy as np

from autograder.transport.pandas_tables import is_pandas
from autograder.values.keras import models
from autograder.values.mpl import figures

LARGEST_OBJECT = 64 * 2**20  # bytes of arrays and tables in it
MOST_KEPT = 256 * 2**20  # bytes of all objects
MEASURED_DEPTH = 10
SIMPLE = (type(None), bool, int, float, complex, str, bytes)


class KeptObjects:
    """Objects by their numbers. What does not fit is not kept: then only its description can be passed to another function."""

    def __init__(self) -> None:
        self.objects: dict[int, Any] = {}
        self.bytes = 0

    def keep(self, value: object) -> int | None:
        """A number by which the judge can ask for this object again; the same object keeps its number."""
        for handle, kept in self.objects.items():
            if kept is value:
                return handle
        if not models.is_model(value):
            if type(value) in SIMPLE or isinstance(value, collections.abc.Iterator):
                return None
            if figures.is_figure(value):  # large, and no function of a page asks for one
                return None
            size = size_of(value)
            if size > LARGEST_OBJECT or self.bytes + size > MOST_KEPT:
                return None
            self.bytes += size
        self.objects[len(self.objects)] = value
        return len(self.objects) - 1

    def get(self, place: tuple[Any, ...]) -> Any:
        """A kept object, or the item of it to which some keys lead."""
        found = self.objects[place[0]]
        for key in place[1:]:
            by_name = type(key) is str and (dataclasses.is_dataclass(found) or isinstance(found, tuple))
            found = getattr(found, key) if by_name else found[key]
        return found


def size_of(value: Any, depth: int = MEASURED_DEPTH) -> int:
    """Bytes of the arrays and tables in a value, as far as they can be seen."""
    if is_pandas(value):
        return 32 * int(value.size)
    if type(value) is dict:
        return size_of(list(value.values()), depth)
    if type(value) in (list, tuple, set) and depth:
        return 8 * len(value) + sum(size_of(item, depth - 1) for item in value)
    return int(value.nbytes) if isinstance(value, np.ndarray) else 64
