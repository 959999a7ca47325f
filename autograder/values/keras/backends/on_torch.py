"""Keras on PyTorch, see ``backends``."""

from __future__ import annotations

import contextlib
import operator
from collections.abc import Callable

import numpy as np

from autograder.values.keras.backends import each


def warm_up() -> None:
    """One thread, so that a fork has all there are: what PyTorch's threads hold is lost in a fork."""
    import torch

    torch.set_num_threads(1)
    torch.set_num_interop_threads(1)


def has_run() -> bool:
    """Operations of one thread leave nothing that a fork could wait for, so whether threads run is all there is to ask."""
    import torch

    return torch.get_num_threads() > 1


def without_gradients() -> contextlib.AbstractContextManager:
    """NumPy refuses a tensor that remembers how it was made."""
    import torch

    return torch.no_grad()


def as_tensor(array: np.ndarray) -> object:
    import torch

    return torch.tensor(array)  # a copy: PyTorch warns of an array that must not be written to


def train_step(model: object, batch: tuple) -> object:
    return model.train_step(batch)


def apply(model: object, slopes: list[np.ndarray]) -> None:
    import keras

    model.optimizer.apply([keras.ops.convert_to_tensor(slope) for slope in slopes], model.trainable_variables)


def epoch(model: object, parts: list, batch_size: int) -> Callable[[np.ndarray], None]:
    """Step by step, as Keras itself does here: it compiles nothing."""
    import torch

    everything = [each(lambda array: array if isinstance(array, torch.Tensor) else torch.tensor(np.asarray(array)), part) for part in parts]

    def one_epoch(order: np.ndarray) -> None:
        rows = torch.tensor(np.asarray(order, np.int64))
        for batch in rows.split(batch_size):
            model.train_step(tuple(each(operator.itemgetter(batch), part) for part in everything))

    return one_epoch
