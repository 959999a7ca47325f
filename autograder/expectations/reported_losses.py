"""Whether the loss that a model reports is cross-entropy of what it gives, also if training adds a penalty for its weights."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from autograder.expectations import measures
from autograder.expectations.asked_model import AskedModel
from autograder.expectations.measures import one_column

CLOSE = 1e-3  # float32 sums in another order, and a cut-off at 1e-7, differ by less
LARGEST = 8.0  # score: of larger ones, some losses are 0 in float32
APART = 0.1  # scores that are nearer to one another are not compared

Ways = Callable[[np.ndarray, np.ndarray, np.ndarray], Sequence[float]]


class ReportedLoss(NamedTuple):
    """What a model reports of the same rows with two sets of labels.

    A penalty, such as L2, depends on the weights or on the rows. It is the same with both, so what is left is the loss.

    Attributes:
        rows: what the model took; given: what it gave, (rows, classes) or (rows, 1).
        labels: two arrays of int, (rows,); losses: what it reported for each.
    """

    rows: np.ndarray
    given: np.ndarray
    labels: tuple[np.ndarray, np.ndarray]
    losses: tuple[float, float]

    @classmethod
    def ask(cls, model: AskedModel, rows: np.ndarray, given: np.ndarray, labels: np.ndarray, loss: float) -> ReportedLoss:
        """Ask for the loss with the next class in place of each label, too.

        Args:
            loss: what the model reported with ``labels``.
        """
        classes = 2 if one_column(given) else given.shape[1]
        others = ((labels.astype(int) + 1) % classes).astype(labels.dtype)
        return cls(rows, given, (labels, others), (loss, model.score(rows, others)["loss"]))

    def _fits(self, rights: tuple[float, float]) -> bool:
        if not np.isfinite(rights).all():
            return False
        penalties = [loss - right for loss, right in zip(self.losses, rights, strict=True)]
        close = CLOSE * max(1.0, *rights)
        return abs(penalties[0] - penalties[1]) < close and min(penalties) > -close


def fitting(reported: Sequence[ReportedLoss], ways: Ways) -> list[bool]:
    """For each way of calculating the loss, whether it gives all that was reported, but for a penalty of 0 or more.

    Args:
        ways: (rows, given, labels) to the loss by each way, always in the same order; NaN where a way is not possible.

    Example:
        >>> given, labels = np.array([[0.25], [0.5]]), (np.array([0, 1]), np.array([1, 0]))
        >>> squares = ReportedLoss(given, given, labels, (0.15625, 0.40625))
        >>> fitting([squares], lambda rows, given, labels: [float(((given[:, 0] - labels) ** 2).mean())])
        [True]
    """
    tried = []
    for one in reported:
        first, second = (ways(one.rows, one.given, labels) for labels in one.labels)
        tried.append([one._fits(rights) for rights in zip(first, second, strict=True)])
    return [all(each) for each in zip(*tried, strict=True)]


def falls_with(scores: np.ndarray, losses: Sequence[float]) -> bool:
    """Whether losses become smaller with each larger score of the label. True where no two scores are on one side of 0 and 1, so
    that a loss of probabilities would look the same.

    Example:
        >>> falls_with(np.array([2.0, 3.0]), [0.1, 0.05]), falls_with(np.array([2.0, 3.0]), [0.0, 0.0])
        (True, False)
    """
    known = np.abs(scores) <= LARGEST
    scores, those = scores[known], np.array(losses)[known]
    if max((scores > 1).sum(), (scores < 0).sum()) < 2:
        return True
    order = np.argsort(scores)
    apart = np.diff(scores[order]) > APART
    falling = np.diff(those[order]) < 0
    return bool(falling[apart].all())


def one_output_losses(_images: np.ndarray, rows: np.ndarray, labels: np.ndarray) -> list[float]:
    """Binary cross-entropy of probabilities, and of bare scores."""
    given = rows.reshape(-1)
    inside = given.min() >= 0 and given.max() <= 1
    return [measures.loss(given, labels) if inside else float("nan"), measures.loss(given, labels, True)]
