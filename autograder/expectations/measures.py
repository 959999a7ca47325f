"""What a model's outputs mean, and how good its answers are: calculated by the judge from outputs, never asked of the model.

One strategy for each model: several outputs are one number for each class, and the largest is the answer; one output is the
chance of "yes", or a bare score of which the sign decides.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from autograder.core.languages import message
from autograder.expectations.network import cross_entropy, sigmoid, softmax

EVEN = 0.5  # from this probability on, the answer is yes
LEAST = 1e-7  # no probability counts as less, as in Keras


def one_column(rows: np.ndarray) -> bool:
    """Whether a model gives one number for each row: a question of yes or no. Shapes (n,) and (n, 1)."""
    return rows.ndim == 1 or (rows.ndim == 2 and rows.shape[1] == 1)


def answers(rows: np.ndarray, scores: bool = False) -> np.ndarray:
    """The class that each row of outputs stands for.

    Args:
        rows: float, (n, classes), or (n, 1) or (n,) for yes (1) or no (0).
        scores: the numbers are bare scores; with one column their sign decides.

    Returns:
        int, shape (n,).

    Example:
        >>> answers(np.array([[0.2], [0.9]])).tolist(), answers(np.array([[0.2, 0.8]])).tolist()
        ([0, 1], [1])
    """
    if one_column(rows):
        found: np.ndarray = (rows.reshape(-1) >= (0.0 if scores else EVEN)).astype(int)
        return found
    largest: np.ndarray = rows.argmax(axis=1)
    return largest


def chances(rows: np.ndarray, scores: bool = False) -> np.ndarray:
    """The probability of each class, (n, classes); of one column: of no, and of yes.

    Example:
        >>> chances(np.array([[0.25]])).tolist()
        [[0.75, 0.25]]
        >>> chances(np.array([[40.0]]), scores=True)[0, 0] > 0
        True
    """
    rows = rows.astype(np.float64)
    if one_column(rows):
        column = rows.reshape(-1)
        if scores:  # 1 - sigmoid(score) is 0 from a score of 37 on, and its logarithm is not that of the probability
            return np.stack([sigmoid(-column), sigmoid(column)], axis=1)
        return np.stack([1 - column, column], axis=1)
    return softmax(rows) if scores else rows


def in_place(rows: np.ndarray, places: np.ndarray, scores: bool = False) -> np.ndarray:
    """Outputs for the classes as they are, of a model that has learned swapped ones.

    Args:
        rows: float, (n, classes), or (n, 1) or (n,) for yes and no.
        places: int, the class that it learned in place of each. scores: one column holds bare scores.

    Example:
        >>> in_place(np.array([[0.25], [1.0]]), np.array([1, 0])).tolist()
        [[0.75], [0.0]]
    """
    if one_column(rows):
        return rows if len(places) != 2 or places[0] == 0 else -rows if scores else 1 - rows
    if rows.ndim != 2 or rows.shape[1] < len(places):
        return rows
    return np.concatenate([rows[:, places], rows[:, len(places) :]], axis=1)


def accuracy(rows: np.ndarray, labels: np.ndarray, scores: bool = False) -> float:
    """The share of rows whose answer is the label."""
    if rows.ndim not in (1, 2) or len(rows) != len(labels):
        return 0.0
    return float((answers(rows, scores) == labels).mean())


def loss(rows: np.ndarray, labels: np.ndarray, scores: bool = False, least: float = LEAST) -> float:
    """The mean of -log of the probability of the true class; binary cross-entropy for one column."""
    return cross_entropy(chances(rows, scores), labels.astype(int), least)


def _yes(rows: np.ndarray) -> np.ndarray:
    """The number that grows with yes: of one column itself, of two the second over the first."""
    rows = rows.astype(np.float64)
    if one_column(rows):
        return rows.reshape(-1)
    if rows.shape[1] != 2:
        raise ValueError("a question of yes or no has one output or two")
    found: np.ndarray = rows[:, 1] - rows[:, 0]
    return found


def auc(rows: np.ndarray, labels: np.ndarray, scores: bool = False) -> float:
    """The share of (yes, no) pairs in which the yes got the larger number; a tie counts half. NaN without one of the two.

    Example:
        >>> auc(np.array([0.1, 0.4, 0.4, 0.9]), np.array([0, 0, 1, 1]))
        0.875
    """
    values, truth = _yes(rows), labels == 1
    yes, no = int(truth.sum()), int((~truth).sum())
    if not yes or not no:
        return float("nan")
    _distinct, place, count = np.unique(values, return_inverse=True, return_counts=True)
    ranks = (np.cumsum(count) - (count - 1) / 2)[place]  # from 1; equal ones share their mean rank
    return float((ranks[truth].sum() - yes * (yes + 1) / 2) / (yes * no))


def average_precision(rows: np.ndarray, labels: np.ndarray) -> float:
    """The area below precision over recall, in steps. NaN without a yes."""
    truth = labels[np.argsort(-_yes(rows), kind="stable")] == 1
    if not truth.any():
        return float("nan")
    precision = np.cumsum(truth) / np.arange(1, len(truth) + 1)
    return float(precision[truth].mean())


def precision(rows: np.ndarray, labels: np.ndarray, scores: bool = False) -> float:
    """Of what is answered with yes, the share that is yes; 0 where nothing is."""
    called = answers(rows, scores) == 1
    return float((labels[called] == 1).mean()) if called.any() else 0.0


def recall(rows: np.ndarray, labels: np.ndarray, scores: bool = False) -> float:
    """Of what is yes, the share that is answered with yes; 0 where nothing is."""
    truth = labels == 1
    return float((answers(rows, scores)[truth] == 1).mean()) if truth.any() else 0.0


MEASURES: dict[str, Callable[..., float]] = {
    "accuracy": accuracy,
    "AUC": auc,
    "precision": precision,
    "recall": recall,
}
IN_WORDS = {
    "accuracy": message("an accuracy"),
    "AUC": message("an AUC"),
    "precision": message("a precision"),
    "recall": message("a recall"),
}
