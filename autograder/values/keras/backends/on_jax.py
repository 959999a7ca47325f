"""Keras on JAX, see ``backends``.

Keras's step of training has no effects here: it takes the values of all variables, and gives the new ones.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable

import numpy as np

from autograder.values.keras.backends import compat

has_run = compat.has_run_jax


def warm_up() -> None:
    """Nothing that a first call does can be done before it without an operation (what takes long there is compiling)."""


def without_gradients() -> contextlib.AbstractContextManager:
    return contextlib.nullcontext()  # there are none unless they are asked for


def as_tensor(array: np.ndarray) -> object:
    import jax

    return jax.numpy.asarray(array)


def train_step(model: object, batch: tuple) -> object:
    reported, state = model.train_step(_state(model), batch)
    _put(model, state)
    return reported


def epoch(model: object, parts: list, batch_size: int) -> Callable[[np.ndarray], None]:
    """Each step is a compiled function; the last batch of an epoch, where it is smaller, is another one."""
    import jax

    everything = [jax.numpy.asarray(part) for part in parts]

    @jax.jit
    def one_step(state: tuple, data: list, rows: object) -> tuple:
        _reported, state = model.train_step(state, tuple(part[rows] for part in data))
        return state

    def one_epoch(order: np.ndarray) -> None:
        state, order = _state(model), np.asarray(order, np.int32)
        for start in range(0, len(order), batch_size):
            state = one_step(state, everything, order[start : start + batch_size])
        _put(model, state)

    return one_epoch


def _variables(model: object) -> tuple:
    return model.trainable_variables, model.non_trainable_variables, model.optimizer.variables, model.metrics_variables


def _state(model: object) -> tuple:
    return tuple([variable.value for variable in some] for some in _variables(model))


def _put(model: object, state: tuple) -> None:
    for variables, values in zip(_variables(model), state, strict=True):
        for variable, value in zip(variables, values, strict=True):
            variable.assign(value)
