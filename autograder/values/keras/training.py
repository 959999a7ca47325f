"""Trains models by the judge's protocol: Keras's own ``train_step`` on batches that are shuffled again for each epoch.

``Model.fit`` would do the same with a data pipeline and callbacks around it, in about twice the time. Runs in the worker:
a student's model in the student's worker, a network of the judge's own in one that holds no student's code.
"""

from __future__ import annotations

import time

import numpy as np

from autograder.values.keras import backends
from autograder.values.keras.computing import build_network, make_variables, model_outputs, put, restored, state_of

SLOW = 0.5  # seconds for one image; a usual model takes a few thousandths
FAR_TOO_SLOW = 5.0  # seconds, with all that is compiled before
TRIED = 8  # steps of a training that show how long all of them will take


class NetworkTrainer:
    """Trains one network of the judge's after the other by the same lessons.

    Networks of the same build share one Keras model and what was traced of it. Each begins with its own weights and a blank
    optimizer, so it gives the same bits as if it were the only one.

    Args:
        images: float32, shape (images, rows, columns); labels: int, shape (images,).
    """

    def __init__(self, images: np.ndarray, labels: np.ndarray) -> None:
        backend = backends.in_use()
        self.images = backend.as_tensor(np.asarray(images, np.float32))
        self.labels = backend.as_tensor(np.asarray(labels, np.int32))
        self.known: dict[str, tuple] = {}  # build -> (its model, one epoch, the blank state)

    def train(self, network: dict, epochs: int, batch_size: int, seed: int) -> list[np.ndarray]:
        """Trains it.

        Args:
            network: from ``network.Network.to_wire``.

        Returns:
            The weights, in order.

        Raises:
            ValueError: there is no batch, or no layer.
        """
        if batch_size < 1 or not network["layers"]:
            raise ValueError("training needs a layer, and a batch an image")
        shapes = [(kernel.shape, activation) for kernel, _bias, activation in network["layers"]]
        build = repr((batch_size, shapes, sorted({**network, "layers": None}.items())))
        if build not in self.known:
            model = build_network(network, metrics=[])  # they are not read
            make_variables(model, self.images[:1], self.labels[:1])
            blank = [variable.numpy() for variable in state_of(model)]
            one_epoch = backends.in_use().epoch(model, [self.images, self.labels], batch_size)
            self.known[build] = model, one_epoch, blank
        model, one_epoch, blank = self.known[build]
        put(state_of(model), blank)
        model.set_weights([weight for kernel, bias, _activation in network["layers"] for weight in (kernel, bias)])
        _epochs(model, one_epoch, len(self.images), epochs, seed)
        return model.get_weights()


def fit(
    model: object,
    images: np.ndarray,
    labels: np.ndarray | dict | list,
    epochs: int,
    batch_size: int,
    seed: int,
    most_seconds: float = float("inf"),
    sample_weights: np.ndarray | dict | list | None = None,
) -> dict:
    """Trains a student's compiled model by the judge's protocol.

    Args:
        images: float, shape (images, …): rows of a table, too; labels: shape (images,); of several outputs a dict or list of
            such arrays, as the model gives its outputs.
        most_seconds: of computing that it may take; where a few steps show that it would take more, it is not trained.
        sample_weights: float, shape (images,): how much each counts in the loss; of several outputs a dict or list.

    Returns:
        ``{"history": {name: [float for each epoch]}}``: the loss and the model's own metrics. Where it would take too long,
        ``{"history": {}, "would_take": float, "most": float}``.
    """
    import keras

    keras.utils.set_random_seed(seed)  # a model without an input shape gets its weights in the next line
    make_variables(model, images[:1], backends.each(lambda one: one[:1], labels))
    would_take = _at_least(model, images[:batch_size]) * epochs * -(-len(images) // batch_size)
    if would_take <= most_seconds:
        parts = [images, labels] if sample_weights is None else [images, labels, sample_weights]
        one_epoch = backends.in_use().epoch(model, parts, batch_size)
        would_take = _would_take(model, one_epoch, len(images), epochs, batch_size)
    if would_take > most_seconds:
        return {"history": {}, "would_take": would_take, "most": float(most_seconds)}
    return {"history": _epochs(model, one_epoch, len(images), epochs, seed)}


def _at_least(model: object, images: np.ndarray) -> float:
    """Seconds of computing that a step of training takes at the least: a step goes forth and back, this only goes forth.

    First with one image, which tells of a model that would take minutes for a batch.
    """
    one = _forth(model, images[:1])
    return one * len(images) if one > SLOW else _forth(model, images)


def _forth(model: object, images: np.ndarray) -> float:
    """Seconds of computing to go forth. JAX compiles in the first call of each shape, so what a second call takes counts, unless the
    first one has shown already that it is far too much.
    """
    took = 0.0
    for _ in range(2):
        started = time.process_time()
        model_outputs(model, images)
        took = time.process_time() - started
        if took > FAR_TOO_SLOW:
            break
    return took


def _would_take(model: object, one_epoch: object, count: int, epochs: int, batch_size: int) -> float:
    """Seconds of computing that a training will take, by its first steps. They are undone. What else runs does not count."""
    started = time.process_time()
    tried = min(TRIED * batch_size, count)
    with restored(state_of(model)):
        one_epoch(np.arange(min(batch_size, count)))  # traced here, and the first one is slow
        traced = time.process_time()
        one_epoch(np.arange(tried))
    each = (time.process_time() - traced) / -(-tried // batch_size)
    return traced - started + each * epochs * -(-count // batch_size)


def _epochs(model: object, one_epoch: object, count: int, epochs: int, seed: int) -> dict[str, list[float]]:
    import keras

    keras.utils.set_random_seed(seed)
    shuffle = np.random.default_rng(seed)
    history: dict[str, list[float]] = {}
    for _epoch in range(epochs):
        model.reset_metrics()
        one_epoch(shuffle.permutation(count))
        for name, value in model.get_metrics_result().items():
            if np.ndim(value) == 0:
                history.setdefault(str(name), []).append(float(value))
    return history
