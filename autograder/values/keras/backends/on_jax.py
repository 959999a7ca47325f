"""Keras on JAX, see ``backends``.

Keras's step of training has no effects here: it takes the values of all variables, and gives the new ones.
"""

from __future__ import annotations

import contextlib
import weakref
from collections.abc import Callable

import numpy as np

from autograder.values.keras.backends import compat, each
from autograder.values.keras.compat import compilation

has_run = compat.has_run_jax
_known: weakref.WeakKeyDictionary = weakref.WeakKeyDictionary()  # model -> what is compiled for it, by name


def warm_up() -> None:
    """Nothing that a first call does can be done before it without an operation (what takes long there is compiling)."""


def without_gradients() -> contextlib.AbstractContextManager:
    return contextlib.nullcontext()  # there are none unless they are asked for


def as_tensor(array: np.ndarray) -> object:
    import jax

    return jax.numpy.asarray(array)


def train_step(model: object, batch: tuple) -> object:
    """Compiled as a whole it costs a third of what its operations cost that are compiled one by one (0.9 for 2.9 s, measured)."""
    reported, state = _compiled(model, "step", model.train_step)(_state(model), batch)
    _put(model, state)
    return reported


def apply(model: object, slopes: list[np.ndarray]) -> None:
    optimizer, variables = model.optimizer, model.trainable_variables
    slopes = [np.asarray(slope) for slope in slopes]
    before = [variable.value for variable in optimizer.variables], slopes, [variable.value for variable in variables]
    weights, memory = _compiled(model, "apply", optimizer.stateless_apply)(*before)
    for changed, values in ((variables, weights), (optimizer.variables, memory)):
        for variable, value in zip(changed, values, strict=True):
            variable.assign(value)


def epoch(model: object, parts: list, batch_size: int) -> Callable[[np.ndarray], None]:
    """Each step is a compiled function; the last batch of an epoch, where it is smaller, is another one."""
    import jax

    everything = [each(jax.numpy.asarray, part) for part in parts]

    def step(state: tuple, data: list, rows: object) -> tuple:
        _reported, state = model.train_step(state, tuple(each(lambda array: array[rows], part) for part in data))
        return state

    one_step = _compiled(model, f"epoch {batch_size}", step)

    def one_epoch(order: np.ndarray) -> None:
        state, order = _state(model), np.asarray(order, np.int32)
        for start in range(0, len(order), batch_size):
            state = one_step(state, everything, order[start : start + batch_size])
        _put(model, state)

    return one_epoch


def _compiled(model: object, what: str, function: Callable) -> Callable:
    """A function of this model that is compiled when it is first called for each shape. What cannot be compiled, such as a loss
    that asks for numbers, is done step by step: these functions change nothing, so one that has failed can be called again.
    """
    import jax

    now, known = compilation(model), _known.setdefault(model, {})
    made_for, jitted = known.get(what, ((), None))
    if len(made_for) != len(now) or any(one is not other for one, other in zip(made_for, now, strict=True)):
        jitted = jax.jit(function)  # a page may compile its model again, with another loss
        known[what] = now, jitted

    def called(*values: object) -> object:
        try:
            return jitted(*values)
        except Exception:  # whatever a part of the page's own raises when it is traced
            return function(*values)

    return called


def _variables(model: object) -> tuple:
    return model.trainable_variables, model.non_trainable_variables, model.optimizer.variables, model.metrics_variables


def _state(model: object) -> tuple:
    return tuple([variable.value for variable in some] for some in _variables(model))


def _put(model: object, state: tuple) -> None:
    for variables, values in zip(_variables(model), state, strict=True):
        for variable, value in zip(variables, values, strict=True):
            variable.assign(value)
