"""Words about which rows a model was trained on, and how often: each row is bright in a place where no other row is.

A row moves only the weights of this place, so those that moved show which rows were learned. The optimizer, an adam with
``COUNTING``, adds gradients and their squares up, which shows how often.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.core.languages import authored, joined, message, plural
from autograder.expectations.answer import fail_closed
from autograder.expectations.network import Dense, Network
from autograder.expectations.training import TrainingExpectation
from autograder.expectations.training_notes import what_changed_the_rate, what_stopped_it

COUNTING = (1 - 2**-16, 1 - 2**-16)  # betas with which adam adds gradients and their squares up, and forgets nothing
ENOUGH = 0.85  # of the rows: the last batch of an epoch may be left out
CLOSE = 0.002  # of the brightness: sums of float32 over a few hundred steps are far nearer
BRIGHT = 0.75  # not 1, so that rows that were made whole numbers are others
EVEN = 1.5  # times; a small batch at the end of an epoch has larger gradients, but only few rows are in it


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
    def things(self) -> str:
        """What messages call the rows."""
        return "rows" if len(self.row_shape) == 1 else "images"

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
        rows[np.arange(count), first + np.arange(count)] = BRIGHT
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
        if moved.mean() < ENOUGH or not self._only_a_last_batch_is_left_out(moved):
            which = message("{sum} of {rows}", sum=int(moved.sum()), rows=plan.rows) if moved.any() else message("none of the")
            black = not moved.any() and any(one.any() for one in self.weights[1:])  # it was trained, with rows that are dark everywhere
            evidence = ("rows", "some", times_seen(self.state, plan.rows)) if moved.any() else ("rows", "dark" if black else "none")
            self.fail(
                message("{call} trained the given model on {which} training {things}; expected all.", which=which, things=authored(plan.things)),
                evidence,
                hint or ("" if moved.any() or black else message("Did it train another model?")),
            )

    def holds_back_the_validation_rows(self, plan: CountedRows, hint: str = "") -> None:
        """No validation row has moved the model."""
        moved = self._moved()[plan.rows :]
        count = int(moved[: plan.held_back].sum())
        if count:
            self.fail(
                message(
                    "{call} trained the model on {count} of {held_back} validation {things}. They say how good the model is on "
                    "{things} that it has not seen, so it must not learn from them.",
                    count=count, held_back=plan.held_back, things=authored(plan.things),
                ),
                ("validation rows", "all" if count == plan.held_back else "some"),
                hint,
            )
        if moved.any():
            self.fail(message("{call} trained the model on other {things} than those that it was given.", things=authored(plan.things)), ("other rows",), hint)

    def saw_each_row(self, times: int, plan: CountedRows, hint: str = "") -> None:
        """Each row to learn from was shown once in each epoch."""
        seen = times_seen(self.state, plan.rows)
        if seen is not None and seen != times:
            self.fail(
                plural(
                    "{call} showed each training {thing} to the model {count} time; expected {times}, once in each epoch.",
                    "{call} showed each training {thing} to the model {count} times; expected {times}, once in each epoch.",
                    seen, thing=authored(plan.things[:-1]), times=times,
                ),
                ("seen", seen - times),
                joined([what_stopped_it(self.answer) if seen < times else "", authored(hint)]),
            )

    def learned_its_own_labels(self, plan: CountedRows, hint: str = "") -> None:
        """The weights of each row that was learned lean towards its own label."""
        weights, labels = self.weights[0][: plan.rows], plan.training[1]
        moved, learned = (weights != 0).any(axis=1), weights.argmax(axis=1)
        right = int((learned == labels)[moved].sum())
        if right < moved.sum():
            alike = len(set(learned[moved].tolist())) == 1
            self.fail(
                message("{call} taught the model the right label for {right} of {sum} training {things}.", right=right, sum=int(moved.sum()), things=authored(plan.things)),
                ("labels", "all alike" if alike else "torn apart"),
                hint or message("Is each {thing} still paired with its own label?", thing=authored(plan.things[:-1])),
            )

    def took_the_rows_as_they_are(self, plan: CountedRows, hint: str = "") -> None:
        """The bright places were as bright for the model as they were given; nothing is said where that cannot be seen."""
        bright = brightness_seen(self.state)
        if bright is not None and abs(bright / BRIGHT - 1) > CLOSE:
            self.fail(
                message("{call} showed the model values of {bright:.3g} where it was given values of {given:.3g}.", bright=bright, given=BRIGHT),
                ("bright", f"{bright:.2g}"),
                hint or message("The training {things} are already scaled.", things=authored(plan.things)),
            )

    def weighs_rows_alike(self, plan: CountedRows, hint: str = "") -> None:
        """No class counts more than another: the gradients of its rows are not larger."""
        moments = _moments(self.state)
        if moments is None:
            return
        sums, squares = (one[0][: plan.rows].astype(np.float64) for one in (moments["means"], moments["squares"]))
        seen = (squares > 0).any(axis=1)
        if not seen.any():
            return
        sums, squares = sums[seen], squares[seen]
        rows, labels = np.arange(len(sums)), np.abs(sums).argmax(axis=1)
        pulls = squares[rows, labels] / np.abs(sums[rows, labels])  # the gradient of a row, however often it was seen
        usual = [float(np.median(pulls[labels == label])) for label in np.unique(labels)]
        if max(usual) > EVEN * min(usual):
            self.fail(
                message("{call} let the training {things} of some classes count more than those of others.", things=authored(plan.things)), ("weighs", "by class"), hint
            )

    def kept_its_settings(self, plan: CountedRows, hint: str = "") -> None:
        """The model still has the optimizer and the learning rate with which it was given; a loop by hand may use its own."""
        optimizer = self.state["optimizer"] or {"name": message("no optimizer"), "learning_rate": None}
        name, rate = optimizer["name"], optimizer["learning_rate"]
        if name != "Adam" or (rate is not None and not math.isclose(rate, plan.network.learning_rate, rel_tol=1e-3)):
            with_rate = "" if rate is None else message(" and a learning rate of {rate:g}", rate=rate)
            self.fail(
                message(
                    "{call} left the model with {name}{with_rate}; it was given with Adam and a learning rate of {learning_rate:g}.",
                    name=name, with_rate=with_rate, learning_rate=plan.network.learning_rate,
                ),
                ("settings", name),
                joined([
                    what_changed_the_rate(self.answer),
                    authored(hint) or message("The model is given ready to train; its settings belong to whoever built it."),
                ]),
            )

    def _moved(self) -> np.ndarray:
        """Which places have moved, in the weights or in what the optimizer remembers of its gradients."""
        moved: np.ndarray = (self.weights[0] != 0).any(axis=1)
        moments = (self.state["optimizer"] or {}).get("moments")
        return moved | (moments["squares"][0] != 0).any(axis=1) if moments else moved


    def _only_a_last_batch_is_left_out(self, moved: np.ndarray) -> bool:
        """The rows that were learned make whole batches of one size, and the others are fewer than that; true where it cannot be seen.

        Args:
            moved: bool, for each row to learn from.
        """
        learned, times = int(moved.sum()), times_seen(self.state, len(moved))
        steps = int((self.state.get("optimizer") or {}).get("iterations") or 0)
        if learned in (0, len(moved)) or not times or not steps:
            return True
        return learned * times % steps == 0 and len(moved) - learned < learned * times // steps


def brightness_seen(state: dict[str, Any]) -> float | None:
    """How bright the bright places were for a model of one layer.

    The gradients say so: those of a row's weights are those of the bias, times its place.

    Returns:
        ``BRIGHT`` where no gradient was seen, None where it cannot be seen: the model's own optimizer, with ``COUNTING``, took no steps.
    """
    moments = _moments(state)
    if moments is None:
        return None
    kernel, bias = (one.astype(np.float64) for one in moments["means"][:2])
    whole = float(np.abs(bias).sum())
    return float(np.abs(kernel.sum(axis=0)).sum()) / whole if whole else BRIGHT


def times_seen(state: dict[str, Any], rows: int) -> int | None:
    """How often the model has seen each of the first so many rows: (sum of gradients)² / (sum of their squares).

    That holds whatever the batches' size. Where a batch is smaller, its gradients are larger, and the number is too small for
    the rows in it; most of them are in others.

    Returns:
        None where it cannot be seen: another optimizer took the steps, or none.
    """
    moments = _moments(state)
    if moments is None:
        return None
    sums = moments["means"][0][:rows].astype(np.float64).sum(axis=1, where=_largest(moments["means"][0][:rows]))
    squares = moments["squares"][0][:rows].astype(np.float64).sum(axis=1, where=_largest(moments["means"][0][:rows]))
    seen = squares > 0
    if not seen.any():
        return None
    times = sums[seen] ** 2 / squares[seen] * (1 - COUNTING[1]) / (1 - COUNTING[0]) ** 2
    most = round(float(times.max()))
    return most if times.mean() > 0.75 * most else round(float(times.mean()))


def _moments(state: dict[str, Any]) -> dict[str, list[np.ndarray]] | None:
    """The sums of gradients and of their squares, of an optimizer that forgets nothing."""
    optimizer = state.get("optimizer") or {}
    moments = optimizer.get("moments")
    return moments if moments and tuple(optimizer.get("betas") or ()) == COUNTING else None


def _largest(sums: np.ndarray) -> np.ndarray:
    """For each row the class that has moved the most."""
    found: np.ndarray = np.arange(sums.shape[1]) == np.abs(sums).argmax(axis=1)[:, None]
    return found
