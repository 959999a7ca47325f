"""What a model is and what a training did, from Keras's own objects: outputs for given weights, losses, pairs it learned from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from oracle import Namespace, NotAsAsked

Rng = np.random.Generator
Array = np.ndarray[Any, Any]
STEP = 2048  # the first pixel of image number n is n / STEP, exact in float32


def images(rng: Rng, count: int) -> tuple[Array, Array]:
    """Float images and labels for ``planted``."""
    return rng.random((count, 28, 28), np.float32), rng.integers(0, 10, count).astype(np.uint8)


def planted(names: Namespace, rng: Rng) -> Any:
    """A compiled model of one layer with weights from a generator."""
    keras = names["keras"]
    model = keras.Sequential([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", metrics=["accuracy"], run_eagerly=True)
    model.set_weights([rng.normal(0, 0.2, one.shape) for one in model.get_weights()])
    return model


def weights(model: Any) -> list[Array]:
    return [np.asarray(one, float) for one in model.get_weights()]


def numbered(rng: Rng, count: int) -> tuple[Array, Array]:
    """Images of which each has its number in the first pixel, and labels."""
    shown, labels = images(rng, count)
    shown *= 0.3
    labels = rng.permutation(labels)
    shown[np.arange(count), labels % 7 + 3, 3 * (labels // 7) + 5] += 1.5  # something can be learned
    shown[:, 0, 0] = np.arange(count, dtype=np.float32) / STEP
    return shown, labels


@dataclass
class Notes:
    """What a ``counting`` model remembers. Keras would turn a plain dict of a model into one of its own.

    Attributes:
        pairs: (number, sum of the pixels, label) -> how often it was learned.
        states: after each step, how many pairs were learned so far, and the weights.
        given, first, last: the weights when the model was made, before its first step, and after its last one.
    """

    pairs: Counter[Any] = field(default_factory=Counter)
    states: list[tuple[int, list[Array]]] = field(default_factory=list)
    given: list[Array] = field(default_factory=list)
    first: list[Array] = field(default_factory=list)
    last: list[Array] = field(default_factory=list)


def counting(names: Namespace, rate: float = 0.01) -> Any:
    """A model that remembers the pairs it learns from and its weights at the end of each epoch (``.notes``)."""
    keras = names["keras"]

    class Counting(keras.Sequential):  # type: ignore[misc, name-defined]
        def train_step(self, data: Any) -> Any:
            shown, labels, *_ = keras.utils.unpack_x_y_sample_weight(data)
            if not self.notes.pairs:
                self.notes.first = weights(self)
            rows = np.asarray(shown, float).reshape(len(shown), -1)
            for row, label in zip(rows, np.asarray(labels).ravel().tolist(), strict=True):
                self.notes.pairs[round(row[0] * STEP, 2), round(float(row.sum()), 2), label] += 1
            given = super().train_step(data)
            self.notes.last = weights(self)
            self.notes.states.append((sum(self.notes.pairs.values()), self.notes.last))
            return given

    model = Counting([keras.layers.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10, activation="softmax")])
    model.notes = Notes()
    model.compile(optimizer=keras.optimizers.Adam(rate), loss="sparse_categorical_crossentropy", metrics=["accuracy"], run_eagerly=True)
    model.notes.given = model.notes.first = model.notes.last = weights(model)
    return model


def learned_pairs(model: Any) -> list[Any]:
    """Each (number, sum, label) and how often the model learned from it."""
    return sorted([*(float(one) for one in pair), count] for pair, count in model.notes.pairs.items())


def settings(model: Any) -> list[Any]:
    """The optimizer, its rate, and whether the model began and ended with the weights that it should have."""
    return [
        type(model.optimizer).__name__,
        float(model.optimizer.learning_rate),
        model.trainable,
        _alike(model.notes.first, model.notes.given),
        _alike(weights(model), model.notes.last),
        not _alike(model.notes.last, model.notes.given),
    ]


def _alike(one: list[Array], other: list[Array]) -> bool:
    return all(np.allclose(*pair, atol=1e-6) for pair in zip(one, other, strict=True))


def stopped_training(result: Any, arguments: tuple[Any, ...], _names: Namespace) -> Any:
    """Of ``train(model, training, validation, epochs, patience)``: did it learn, measure, stop and keep what it should?"""
    model, training, validation, epochs, patience = arguments
    losses = [float(one) for one in result.history["val_loss"]]
    lowest, best, due = np.inf, 0, epochs
    for epoch, loss in enumerate(losses, 1):
        if loss < lowest:
            lowest, best = loss, epoch
        elif epoch - best >= patience:
            due = epoch
            break
    ran, rows = len(losses), len(training[0])
    ends = [next((state for seen, state in model.notes.states if seen >= rows * epoch), None) for epoch in range(1, ran + 1)]
    measured = [_loss(model, validation, state) for state in ends if state is not None]
    # what is learned once in each epoch, whatever the number of epochs is
    each = [[*pair[:-1], pair[-1] / max(ran, 1)] for pair in learned_pairs(model)]
    own = settings(model)
    return [
        sorted(set(result.history) & {"loss", "accuracy", "val_loss", "val_accuracy"}),
        [len(result.history[name]) == ran for name in ("loss", "accuracy", "val_loss", "val_accuracy")],
        ran == min(due, epochs),
        len(measured) == ran and bool(np.allclose(measured, losses, rtol=1e-3)),
        ends[best - 1] is not None and _alike(weights(model), ends[best - 1]),
        each,
        [*own[:4], own[5]],
    ]


def _loss(model: Any, pair: tuple[Array, Array], state: list[Array]) -> float:
    scores = pair[0].reshape(len(pair[0]), -1) @ state[0] + state[1]
    scores -= scores.max(axis=1, keepdims=True)
    logs = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    return float(-logs[np.arange(len(pair[1])), pair[1]].mean())


def digits_network(result: Any, _arguments: Any, _names: Namespace) -> Any:
    """A network whose layers the page prescribes: shapes of weights, outputs, loss and metrics for given weights."""
    rng = np.random.default_rng(5)
    shown, labels = images(rng, 24)
    result.run_eagerly = True  # to trace a graph takes longer
    result(shown)  # without an input layer, the weights are made now
    result.set_weights([rng.normal(0, 0.15, one.shape) for one in result.get_weights()])
    scores = {name: float(one) for name, one in result.evaluate(shown, labels, verbose=0, return_dict=True).items()}
    return [
        [list(one.shape) for one in result.get_weights()],
        np.asarray(result(shown), float),
        np.asarray(result(shown, training=True), float),
        scores,
        type(result.optimizer).__name__,
        float(result.optimizer.learning_rate),
    ]


def own_network(result: Any, _arguments: Any, names: Namespace) -> Any:
    """A network that is free in its layers: its size, that it gives probabilities, its loss, its metric, and that it learns."""
    rng = np.random.default_rng(6)
    shown, labels = images(rng, 24)
    given = np.asarray(result(shown), float)
    result.run_eagerly = True
    scores = result.evaluate(shown, labels, verbose=0, return_dict=True)
    entropy = float(-np.log(np.clip(given[np.arange(24), labels], 1e-7, 1)).mean())
    facts = [given.shape, result.count_params() <= 300_000, bool(np.allclose(given.sum(axis=1), 1, atol=1e-3)), "accuracy" in scores]
    facts += [bool(np.isclose(scores["loss"], entropy, rtol=0.01)), bool(np.isclose(scores["accuracy"], (given.argmax(axis=1) == labels).mean()))]
    result.run_eagerly = False
    names["keras"].utils.set_random_seed(3)
    shown, labels = _blobs(rng, 900)
    result.fit(shown[:600], labels[:600], epochs=5, batch_size=16, verbose=0)
    read = float((np.asarray(result(shown[600:])).argmax(axis=1) == labels[600:]).mean())
    return [*facts, read > 0.6]


def _blobs(rng: Rng, count: int) -> tuple[Array, Array]:
    """Ten kinds of images of four spots each, shifted by up to three pixels, with noise."""
    spots = np.random.default_rng(4).integers(5, 23, (10, 4, 2))
    labels = rng.integers(0, 10, count)
    rows, columns = np.mgrid[0:28, 0:28]
    shown = rng.random((count, 28, 28)).astype(np.float32) * 0.4
    for image, label in zip(shown, labels, strict=True):
        for row, column in spots[label] + rng.integers(-3, 4, 2):
            image += np.exp(-((rows - row) ** 2 + (columns - column) ** 2) / 6)
    return np.clip(shown, 0, 1), labels


def yes_network(result: Any, arguments: tuple[Any, ...], names: Namespace) -> Any:
    """A network with one probability: a hidden layer that bends, binary cross-entropy, a metric for the rare class, learning."""
    (columns,) = arguments
    rng = np.random.default_rng(7)
    rows = rng.normal(size=(1200, columns)).astype(np.float32)
    score = rows[:, 0] - rows[:, 1] + 0.5 * np.abs(rows[:, 2]) + 0.3 * rng.normal(size=1200)
    labels = (score > np.quantile(score, 0.75)).astype(np.uint8)
    given = np.asarray(result(rows[:50]), float)
    result.run_eagerly = True
    names_of = [type(one).__name__ for one in _metrics(result)]
    loss = float(result.evaluate(rows[:50], labels[:50], verbose=0, return_dict=True)["loss"])
    chance = np.clip(given.ravel(), 1e-7, 1 - 1e-7)
    entropy = float(-np.where(labels[:50] == 1, np.log(chance), np.log(1 - chance)).mean())
    middle = np.asarray(result(np.stack([rows[:20], rows[20:40], (rows[:20] + rows[20:40]) / 2]).reshape(60, columns)), float)
    logits = np.log(np.clip(middle, 1e-7, 1) / np.clip(1 - middle, 1e-7, 1)).reshape(3, 20)
    facts = [given.shape, bool(((given > 0) & (given < 1)).all()), bool(np.isclose(loss, entropy, rtol=0.01))]
    facts += [any(one in ("AUC", "Precision", "Recall") for one in names_of), not np.allclose(logits[0] + logits[1], 2 * logits[2], atol=1e-3)]
    result.run_eagerly = False
    names["keras"].utils.set_random_seed(3)
    result.fit(rows[:800], labels[:800], epochs=8, batch_size=16, verbose=0)
    found = np.asarray(result(rows[800:]), float).ravel()
    yes, no = found[labels[800:] == 1], found[labels[800:] == 0]
    return [*facts, float((yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()) > 0.8]


def _metrics(model: Any) -> list[Any]:
    found = []
    for one in model.metrics:
        found += getattr(one, "metrics", None) or [one]
    return found


__all__ = ["NotAsAsked"]
