"""What a description of a Keras model needs of Keras beyond its public interface.

The model comes from a student: whatever is asked here may raise. Checked with Keras 3.15 (``tests/values/test_keras_compat.py``);
``pyproject.toml`` excludes versions that are not checked.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable


def functional_class() -> type:
    """The class of models made from inputs and outputs. Rests on ``keras.src.models.functional``, where Keras is loaded."""
    return sys.modules["keras.src.models.functional"].Functional


def class_of_objects(kind: type) -> type:
    """The class that an object gets that is made of a class of Keras: of an optimizer, PyTorch has one of its own that is called
    the same. Rests on ``__new__``, which chooses it; nothing is initialised.
    """
    return type(kind.__new__(kind))


def compilation(model: object) -> tuple:
    """Objects that ``compile`` makes again each time. Rests on ``_compile_loss`` and ``_compile_metrics``."""
    return model.optimizer, model._compile_loss, model._compile_metrics


def all_layers(model: object) -> list:
    """A model's layers with that of its input, which ``layers`` leaves out. Rests on ``_layers``."""
    return model._layers


def gives_one_tensor(model: object) -> bool:
    """Whether a functional model gives a tensor, and not a list or dict, even of one. Rests on ``_outputs_struct``."""
    return type(model._outputs_struct).__name__ == "KerasTensor"


def number_of_calls(model: object) -> int:
    """How often the layers of a functional model are called, its input counted as a call. Rests on ``_nodes``."""
    return len(model._nodes)


def adam_memory(optimizer: object) -> tuple[list, list] | None:
    """What an adam remembers of the gradients and of their squares: a variable for each trainable weight.

    Rests on ``_momentums`` and ``_velocities``. None for an optimizer that has no such lists.
    """
    means, squares = getattr(optimizer, "_momentums", None), getattr(optimizer, "_velocities", None)
    if not isinstance(means, list) or not isinstance(squares, list):
        return None
    return means, squares


def watch_saving(noted: Callable[[object, object], None]) -> None:
    """Lets each ModelCheckpoint say, by ``noted(callback, epoch from 0)``, that it is about to save the model.

    Rests on ``_should_save_model(epoch, …)``, which is asked each time and is true where the model is saved.
    """
    kind = sys.modules["keras"].callbacks.ModelCheckpoint
    decide = kind._should_save_model

    @functools.wraps(decide)
    def decides(self: object, epoch: object, *rest: object, **settings: object) -> object:
        saves = decide(self, epoch, *rest, **settings)
        if saves:
            noted(self, epoch)
        return saves

    kind._should_save_model = decides


def has_restored(stopping: object) -> bool:
    """Whether an EarlyStopping, at the end of a training, has put the weights of its best epoch back.

    Rests on ``on_train_end``, which does so wherever there are ``best_weights``, also if it has not stopped the training.
    """
    return bool(stopping.restore_best_weights) and stopping.best_weights is not None
