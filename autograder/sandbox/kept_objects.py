"""What calls returned and stays in the worker, so that a check can hand the very object to the next function."""

from __future__ import annotations

import collections.abc
from typing import Any

import numpy as np

from autograder.transport.pandas_tables import is_pandas
from autograder.values.keras import models
from autograder.values.mpl import figures

MAX_KEPT = 200  # objects
MOST_BYTES = 64 * 2**20  # of arrays and tables in them
DEEPEST = 6
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
            if models.is_history(value) or figures.is_figure(value):  # large, and no function of a page asks for one
                return None
            size = _size(value, DEEPEST)
            if len(self.objects) >= MAX_KEPT or self.bytes + size > MOST_BYTES:
                return None
            self.bytes += size
        self.objects[len(self.objects)] = value
        return len(self.objects) - 1


def _size(value: Any, depth: int) -> int:
    """Bytes of the arrays and tables in a value, as far as they can be seen."""
    if is_pandas(value):
        return 32 * int(value.size)
    if type(value) is dict:
        return _size(list(value.values()), depth)
    if type(value) in (list, tuple, set) and depth:
        return 8 * len(value) + sum(_size(item, depth - 1) for item in value)
    return int(value.nbytes) if isinstance(value, np.ndarray) else 64
