"""Keras on TensorFlow, see ``backends``."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Callable, Mapping

import numpy as np

from autograder.values.keras.backends import compat, each

ALIGNED = 64  # bytes; TensorFlow computes with nothing else
has_run = compat.has_run_tensorflow


def warm_up() -> None:
    """TensorFlow's first ``isinstance(…, Variable)`` walks a large class hierarchy (0.18 s), as others do (4 ms), and some of its
    modules are imported late.
    """
    compat.import_late_modules()
    for kind in (*compat.slow_types(), Mapping):
        for value in (warm_up, 0, 0.0, "", None, (), [], {}, np.zeros(1), np.float32(0)):
            isinstance(value, kind)  # remembered by the class, and so by every fork
    compat.fill_registries()


def without_gradients() -> contextlib.AbstractContextManager:
    return contextlib.nullcontext()  # there are none without a tape


def as_tensor(array: np.ndarray) -> object:
    """Of 60,000 images a copy takes half a second."""
    tensorflow = importlib.import_module("tensorflow")
    if not array.flags.writeable or array.ctypes.data % ALIGNED:
        return tensorflow.constant(array)
    return tensorflow.experimental.dlpack.from_dlpack(array.__dlpack__())


def train_step(model: object, batch: tuple) -> object:
    return model.train_step(batch)


def apply(model: object, slopes: list[np.ndarray]) -> None:
    import keras

    model.optimizer.apply([keras.ops.convert_to_tensor(slope) for slope in slopes], model.trainable_variables)


def epoch(model: object, parts: list, batch_size: int) -> Callable[[np.ndarray], None]:
    """The whole pass is one traced function."""
    import tensorflow as tf

    everything = [each(tf.constant, part) for part in parts]

    @tf.function(autograph=False, input_signature=[tf.TensorSpec([None], tf.int32)])
    def one_epoch(order: tf.Tensor) -> None:
        steps = -(-tf.size(order) // batch_size)

        def one_step(step: tf.Tensor) -> tuple[tf.Tensor]:
            rows = order[step * batch_size : (step + 1) * batch_size]
            model.train_step(tuple(each(lambda array: tf.gather(array, rows), part) for part in everything))
            return (step + 1,)

        tf.while_loop(lambda step: step < steps, one_step, (tf.constant(0),), parallel_iterations=1)

    return lambda order: one_epoch(tf.constant(order, tf.int32))
