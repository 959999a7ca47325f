"""What differs between the backends of Keras, one module for each; nothing else in the kit imports TensorFlow, JAX or PyTorch.

Each module has the same functions:

- ``warm_up()`` does early what a first call does otherwise, and runs no operation; for a fork server.
- ``has_run()``: whether an operation has run in this process, so that a fork of it may hang.
- ``without_gradients()``: a context in which a model is asked, not trained.
- ``as_tensor(array)``: an array as what the backend computes with, without a copy where that can be.
- ``train_step(model, batch)``: one step of training; gives what it reports.
- ``apply(model, slopes)``: lets the model's optimizer move its trainable weights by gradients.
- ``epoch(model, parts, batch_size)``: a compiled pass over arrays, as a function of the order of their rows; a part may be a dict or
  list of arrays, for a model with several outputs.
"""

from __future__ import annotations

import functools
import importlib
import sys
from collections.abc import Callable
from types import ModuleType

BACKENDS = ("tensorflow", "jax", "torch")


@functools.cache
def in_use() -> ModuleType:
    """The module of the backend with which Keras computes here. Keras must be loaded; ``warm_up`` asks before a page can lie."""
    return importlib.import_module(f"{__name__}.on_{sys.modules['keras'].config.backend()}")


def warm_up() -> None:
    """Does early what a first call does otherwise."""
    in_use().warm_up()


def has_run() -> str:
    """The name of a backend of which an operation has run in this process; empty if there is none. Imports none of them."""
    loaded = [name for name in BACKENDS if name in sys.modules]
    return next((name for name in loaded if importlib.import_module(f"{__name__}.on_{name}").has_run()), "")


def each(function: Callable[[object], object], part: object) -> object:
    """A function of an array, of each array in a dict or list.

    Example:
        >>> each(abs, {"a": -1, "b": [-2]})
        {'a': 1, 'b': [2]}
    """
    if isinstance(part, dict):
        return {name: each(function, one) for name, one in part.items()}
    return [each(function, one) for one in part] if isinstance(part, list) else function(part)
