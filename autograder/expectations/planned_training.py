"""A training whose every step the judge knows beforehand: when it must stop, and with which weights it must end.

All training rows are equal, so that batches of any size and in any order make the same step, and the validation rows are the same
row with two labels, so that their loss becomes lower for a while and then higher. So the validation loss after any number of steps
is a known curve, and an epoch is a known number of steps on it.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import repeat

import numpy as np

from autograder.expectations.network import Dense, Network

MOST_COMMON = 0.6  # of the validation rows have the label that the training rows have
RULE = tuple[int, int]  # epochs that are run, the best one; both from 1


@dataclass
class PlannedTraining:
    """What to give to a function that trains, validates and stops early.

    Args:
        row_shape: of one row, as the exercise has it: (rows, columns) of an image, (columns,) of a table.
        classes: outputs of the network, at least two.
        rows: how many there are to learn from; an epoch has 1 to this many steps.
        best_step: about so many steps make the validation loss the lowest.

    Attributes:
        network: what the function is given: one layer of zeros, with an adam.
        training, validation: rows, float32, and labels, uint8.

    Example:
        >>> plan = PlannedTraining((4,), classes=3)
        >>> plan.rule(plan.curve(steps=1, epochs=40), patience=3)
        (13, 10)
    """

    row_shape: tuple[int, ...]
    classes: int
    rows: int = 32
    best_step: int = 10
    _path: list[Network] = field(default_factory=list, repr=False)

    @cached_property
    def learning_rate(self) -> float:
        """With which a step of adam moves the scores by the right part of the way."""
        way = math.log(MOST_COMMON / (1 - MOST_COMMON) * (self.classes - 1))
        return way / (4 * self.best_step)

    @cached_property
    def network(self) -> Network:
        return self._network(math.prod(self.row_shape), self.row_shape)

    def _network(self, inputs: int, shape: tuple[int, ...]) -> Network:
        layer = Dense(np.zeros((inputs, self.classes), np.float32), np.zeros(self.classes, np.float32), "softmax")
        return Network((layer,), shape, learning_rate=self.learning_rate)

    def _data(self, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        rows = np.zeros((len(labels), math.prod(self.row_shape)), np.float32)
        rows[:, 0] = 1.0
        return rows.reshape(-1, *self.row_shape), labels

    @property
    def training(self) -> tuple[np.ndarray, np.ndarray]:
        return self._data(np.zeros(self.rows, np.uint8))

    @property
    def validation(self) -> tuple[np.ndarray, np.ndarray]:
        """The two labels take turns, so that a part of the rows has nearly the same loss as all."""
        return self._data(np.resize(np.array([0, 1, 0, 1, 0], np.uint8), 30))

    def after(self, steps: int) -> Network:
        """The part of the network that learns, one input wide, after so many steps."""
        if not self._path:
            start = self._network(1, (1,))
            self._path.append(start)
            batch = np.ones((1, 1)), np.zeros(1, np.uint8)
            self._steps: Iterator[Network] = start.adam_path(repeat(batch))
        while len(self._path) <= steps:
            self._path.append(next(self._steps))
        return self._path[steps]

    def loss(self, steps: int, labels: np.ndarray | None = None) -> float:
        """The loss on the validation rows after so many steps; of other labels, if they are given."""
        labels = self.validation[1] if labels is None else labels
        shares = self.after(steps).outputs(np.ones((1, 1)))[0]
        return float(-np.log(shares[labels.astype(int)]).mean())

    def curve(self, steps: int, epochs: int) -> list[float]:
        """The validation loss after each epoch of so many steps."""
        return [self.loss(steps * epoch) for epoch in range(1, epochs + 1)]

    def place(self, kernel: np.ndarray, bias: np.ndarray, most: int) -> int | None:
        """After how many steps, at most these, the network has these weights; None where it never has them.

        Args:
            kernel: (inputs, classes), whose other rows must still be zero.
        """
        if kernel.shape != (math.prod(self.row_shape), self.classes) or kernel[1:].any():
            return None
        for steps in range(most + 1):
            layer = self.after(steps).layers[0]
            off = max(np.abs(layer.kernel[0] - kernel[0]).max(), np.abs(layer.bias - bias).max())
            if off < self.learning_rate / 4:
                return steps
        return None

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
