"""Words about which rows a model was trained on, and how often: each row is bright in a place where no other row is.

A row moves only the weights of this place, so those that moved show which rows were learned. The optimizer, an adam with
``COUNTING``, adds gradients and their squares up, which shows how often.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.expectations.answer import fail_closed
from autograder.expectations.network import Dense, Network
from autograder.expectations.training import TrainingExpectation

COUNTING = (1 - 2**-16, 1 - 2**-16)  # betas with which adam adds gradients and their squares up, and forgets nothing
ENOUGH = 0.85  # of the rows: the last batch of an epoch may be left out


@dataclass(frozen=True)
class CountedRows:
    """Rows to learn from and rows to validate with, of which each can be told from all others in the weights.

    The model learns so little that no epoch looks better or worse by more than its biases: the validation loss becomes a little
    lower each time, so that nothing has to stop early.

    Args:
        row_shape: of one row, with more places than there are rows. classes: outputs of the network.
        rows, held_back: how many there are to learn from, and to validate with.

    Example:
        >>> plan = CountedRows((6, 6), classes=3, rows=20, held_back=10)
        >>> plan.training[0].shape, plan.validation[0].shape
        ((20, 6, 6), (10, 6, 6))
    """

    row_shape: tuple[int, ...]
    classes: int
    rows: int
    held_back: int

    @property
    def network(self) -> Network:
        """One layer of zeros."""
        kernel = np.zeros((math.prod(self.row_shape), self.classes), np.float32)
        layer = Dense(kernel, np.zeros(self.classes, np.float32), "softmax")
        return Network((layer,), self.row_shape, learning_rate=1e-4, betas=COUNTING)

    @property
    def training(self) -> tuple[np.ndarray, np.ndarray]:
        return self._part(0, self.rows)

    @property
    def validation(self) -> tuple[np.ndarray, np.ndarray]:
        return self._part(self.rows, self.held_back)

    def _part(self, first: int, count: int) -> tuple[np.ndarray, np.ndarray]:
        """Three of four labels are the first class, so that the biases have something to learn."""
        rows = np.zeros((count, math.prod(self.row_shape)), np.float32)
        rows[np.arange(count), first + np.arange(count)] = 1.0
        labels = np.where(np.arange(count) % 4 == 3, np.arange(count) % self.classes, 0).astype(np.uint8)
        return rows.reshape(-1, *self.row_shape), labels


@fail_closed
class RowsLearned(TrainingExpectation):
    """Words about an answer to ``train(plan.network, …)`` with ``CountedRows``.

    Example:
        >>> plan = CountedRows((6, 6), classes=3, rows=20, held_back=10)  # doctest: +SKIP
        >>> answer = train(plan.network, plan.training, plan.validation, 3, 5)  # doctest: +SKIP
        >>> expect(answer).is_a(RowsLearned).learned_from_all(plan)  # doctest: +SKIP
    """

    def learned_from_all(self, plan: CountedRows, hint: str = "") -> None:
        """All rows to learn from have moved the model, but for a last batch that is left out."""
        moved = self._moved()[: plan.rows]
        if moved.mean() < ENOUGH:
            which = "none" if not moved.any() else f"{int(moved.sum())} of {plan.rows}"
            self.fail(
                f"trained the given model on {which} training rows; expected all.",
                ("rows", "none" if not moved.any() else "some"),
                hint or ("Did it train another model?" if not moved.any() else ""),
            )

    def holds_back_the_validation_rows(self, plan: CountedRows, hint: str = "") -> None:
        """No validation row has moved the model."""
        moved = self._moved()[plan.rows :]
        count = int(moved[: plan.held_back].sum())
        if count:
            self.fail(
                f"trained the model on {count} of {plan.held_back} validation rows, too. They say how good the model is on rows "
                "that it has not seen, so it must not learn from them.",
                ("validation rows", "all" if count == plan.held_back else "some"),
                hint,
            )
        if moved.any():
            self.fail("trained the model on other rows than those that it was given.", ("other rows",), hint)

    def saw_each_row(self, times: int, plan: CountedRows, hint: str = "") -> None:
        """Each row to learn from was shown once in each epoch."""
        seen = times_seen(self.state, plan.rows)
        if seen is not None and seen != times:
            self.fail(
                f"showed the model each training row {seen} {'time' if seen == 1 else 'times'}; expected {times}, once in each "
                "epoch.",
                ("seen", seen - times),
                hint,
            )

    def _moved(self) -> np.ndarray:
        """Which places have moved, in the weights or in what the optimizer remembers of its gradients."""
        moved: np.ndarray = (self.weights[0] != 0).any(axis=1)
        moments = (self.state["optimizer"] or {}).get("moments")
        return moved | (moments["squares"][0] != 0).any(axis=1) if moments else moved


def times_seen(state: dict[str, Any], rows: int) -> int | None:
    """How often the model has seen each of the first so many rows: (sum of gradients)² / (sum of their squares).

    That holds whatever the batches' size. Where a batch is smaller, its gradients are larger, and the number is too small for
    the rows in it; most of them are in others.

    Returns:
        None where it cannot be seen: another optimizer took the steps, or none.
    """
    optimizer = state.get("optimizer") or {}
    moments = optimizer.get("moments")
    if not moments or tuple(optimizer.get("betas") or ()) != COUNTING:
        return None
    sums = moments["means"][0][:rows].astype(np.float64).sum(axis=1, where=_largest(moments["means"][0][:rows]))
    squares = moments["squares"][0][:rows].astype(np.float64).sum(axis=1, where=_largest(moments["means"][0][:rows]))
    seen = squares > 0
    if not seen.any():
        return None
    times = sums[seen] ** 2 / squares[seen] * (1 - COUNTING[1]) / (1 - COUNTING[0]) ** 2
    most = round(float(times.max()))
    return most if times.mean() > 0.75 * most else round(float(times.mean()))


def _largest(sums: np.ndarray) -> np.ndarray:
    """For each row the class that has moved the most."""
    found: np.ndarray = np.arange(sums.shape[1]) == np.abs(sums).argmax(axis=1)[:, None]
    return found
