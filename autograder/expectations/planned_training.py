"""A training whose every step the judge knows beforehand: when it must stop, and with which weights it must end.

All training rows are equal, so that batches of any size and in any order make the same step. So the validation loss after any
number of steps is a known curve, and an epoch is a known number of steps on it.

Each step adds the same to the biases of the hidden units. The validation rows are of two kinds, bright where no training row is.
There the weights hold each unit back until its step has come. From then on the unit moves the scores of one kind, and the
validation loss falls or rises faster than before.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, repeat

import numpy as np

from autograder.expectations.network import Dense, Network, cross_entropy

RULE = tuple[int, int]  # epochs that are run, the best one; both from 1
RATE = 0.001  # Keras's own for adam: an optimizer that the function makes itself takes the same steps
BRIGHT_PLACES = 3  # that are bright in any row: of the training rows, and of both kinds of validation rows
FALL, RISE = 0.006, 0.004  # of the validation loss at a step, at the beginning of a stretch
LATER = 0.25  # of a step, after which a unit begins: the step itself is still the lowest or the highest
FARAWAY = -13.0  # score at which the training begins: its gradients stay the same for a long time, and no loss is cut off
OTHERS = -9.0  # score of the classes that no row has
AWAKE = 0.05  # what a unit gives for a training row at the beginning
START = (-0.2, 1.5)  # scores of the first class for the two kinds of validation rows, at the beginning


@dataclass
class PlannedTraining:
    """What to give to a function that trains, validates and stops early.

    Args:
        row_shape: of one row, as the exercise has it: (rows, columns) of an image, (columns,) of a table; at least three numbers.
        classes: outputs of the network, at least two.
        rows: how many there are to learn from; an epoch has 1 to this many steps.
        turns: steps after which the validation loss turns. It falls until the first, rises until the second, and so on. After
            the last of an odd number it rises for good. The second fall goes deeper than the first if it is as long.

    Attributes:
        network: what the function is given, with Keras's usual adam.
        training, validation: rows, float32, and labels, uint8.

    Example:
        >>> plan = PlannedTraining((4,), classes=3)
        >>> plan.rule(plan.curve(steps=1, epochs=40), patience=3)
        (13, 10)
        >>> detour = PlannedTraining((4,), classes=3, turns=(10, 12, 20))
        >>> detour.rule(detour.curve(steps=1, epochs=40), patience=5), detour.rule(detour.curve(steps=1, epochs=40), patience=2)
        ((25, 20), (12, 10))
    """

    row_shape: tuple[int, ...]
    classes: int
    rows: int = 32
    turns: Sequence[int] = (10,)
    _path: list[Network] = field(default_factory=list, repr=False)

    @cached_property
    def network(self) -> Network:
        return self._network(math.prod(self.row_shape), self.row_shape)

    def _network(self, inputs: int, shape: tuple[int, ...]) -> Network:
        """Unit 0 keeps the rows at their scores at the beginning; each other one begins a stretch of the curve."""
        stretches = [0.0, *(turn + LATER for turn in self.turns)]
        weights = _unit_weights(stretches)
        kernel = np.zeros((inputs, 1 + len(stretches)), np.float32)
        scores = np.zeros((1 + len(stretches), self.classes), np.float32)
        kernel[:BRIGHT_PLACES, 0] = START[1] - FARAWAY + AWAKE * sum(weights), START[1] - START[0], -1
        scores[0, 0] = -1
        for unit, (begin, weight) in enumerate(zip(stretches, weights, strict=True), 1):
            label = (unit - 1) % 2
            kernel[0, unit], kernel[1 + label, unit], kernel[2 - label, unit] = AWAKE, -RATE * begin, -1
            scores[unit, 0] = weight
        bias = np.array([START[1], 0, *[OTHERS] * (self.classes - 2)], np.float32)
        hidden = Dense(kernel, np.zeros(kernel.shape[1], np.float32), "relu")
        return Network((hidden, Dense(scores, bias, "softmax")), shape, learning_rate=RATE)

    def _data(self, places: np.ndarray, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        rows = np.zeros((len(labels), math.prod(self.row_shape)), np.float32)
        rows[np.arange(len(labels)), places] = 1.0
        return rows.reshape(-1, *self.row_shape), labels

    @property
    def training(self) -> tuple[np.ndarray, np.ndarray]:
        labels = np.zeros(self.rows, np.uint8)
        return self._data(labels, labels)

    @property
    def validation(self) -> tuple[np.ndarray, np.ndarray]:
        """The two kinds take turns, so that a part of the rows has nearly the same loss as all."""
        labels = np.resize(np.array([0, 1], np.uint8), 30)
        return self._data(1 + labels, labels)

    def after(self, steps: int) -> Network:
        """The part of the network that learns, three inputs wide, after so many steps."""
        if not self._path:
            start = self._network(BRIGHT_PLACES, (BRIGHT_PLACES,))
            self._path.append(start)
            batch = np.eye(BRIGHT_PLACES)[:1], np.zeros(1, np.uint8)
            self._steps: Iterator[Network] = start.adam_path(repeat(batch))
        while len(self._path) <= steps:
            self._path.append(next(self._steps))
        return self._path[steps]

    def loss(self, steps: int) -> float:
        """The loss on the validation rows after so many steps."""
        return cross_entropy(self.after(steps).outputs(np.eye(BRIGHT_PLACES)[1:]), np.array([0, 1]))

    def training_loss(self, steps: int) -> float:
        """The loss on the training rows after so many steps."""
        return cross_entropy(self.after(steps).outputs(np.eye(BRIGHT_PLACES)[:1]), np.array([0]))

    def accuracy(self, steps: int) -> float:
        """The share of the validation rows that is right after so many steps."""
        return float((self.after(steps).outputs(np.eye(BRIGHT_PLACES)[1:]).argmax(axis=1) == [0, 1]).mean())

    def curve(self, steps: int, epochs: int) -> list[float]:
        """The validation loss after each epoch of so many steps."""
        return [self.loss(steps * epoch) for epoch in range(1, epochs + 1)]

    def place(self, weights: list[np.ndarray], most: int) -> int | None:
        """After how many steps, at most these, the network has these weights; None where it never has them.

        Args:
            weights: kernel, bias, kernel, bias; what no row makes bright must still be zero.
        """
        shapes = [one.shape for one in self.network.weights()]
        if [one.shape for one in weights] != shapes or weights[0][BRIGHT_PLACES:].any():
            return None
        given = [weights[0][:BRIGHT_PLACES], *weights[1:]]
        offs = [
            max(float(np.abs(one - other).max()) for one, other in zip(given, self.after(steps).weights(), strict=True))
            for steps in range(most + 1)
        ]
        nearest = int(np.argmin(offs))
        return nearest if offs[nearest] < RATE / 4 else None

    @staticmethod
    def rule(losses: list[float], patience: int) -> RULE:
        """When a training with these validation losses, one for each epoch that is allowed, ends, and its best epoch."""
        best, at = math.inf, 0
        for epoch, loss in enumerate(losses, 1):
            if loss < best:
                best, at = loss, epoch
            elif epoch - at >= patience:
                return epoch, at
        return len(losses), at


def _unit_weights(stretches: list[float]) -> list[float]:
    """How much each unit must count, so that the loss falls in the first of these stretches, rises in the second, and so on.

    Args:
        stretches: the steps at which they begin.
    """
    scores, slopes, found = list(START), [0.0, 0.0], []
    for number, (begin, end) in enumerate(pairwise([*stretches, stretches[-1]])):
        pulls = [0.5 * (1 - _share(scores[0])), 0.5 * _share(scores[1])]  # of a step of the score, on the loss
        kind = number % 2
        needed = (pulls[1 - kind] * slopes[1 - kind] + (FALL, RISE)[kind]) / pulls[kind]
        found.append((needed - slopes[kind]) / RATE)
        slopes[kind] = needed
        scores = [score + slope * (end - begin) for score, slope in zip(scores, slopes, strict=True)]
    return found


def _share(score: float) -> float:
    return 1 / (1 + math.exp(-score))
