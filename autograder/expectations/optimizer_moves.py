"""How optimizers move weights: what a model says of its optimizer is believed only if it moves them like that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.expectations.network import Network

Moves = list[list[np.ndarray]]  # of each step, an array for each weight

CLEAR = 0.1  # of a step: an optimizer that is as near as this to one of its kind in nearly all places is of this kind
NEARLY_ALL = 0.95
EPSILON = 1e-7  # Keras's own, of rmsprop


def moves_like_adam(slopes: Moves, found: Moves, rate: float, betas: tuple[float, float]) -> bool:
    """Whether weights that begin at zero are moved as adam does.

    Args:
        slopes: gradients of each step, in turn. found: where each step has moved the weights.
        rate: the learning rate that was told; betas: likewise, of adam.

    Example:
        >>> slope = [[np.array([1.0, -2.0])]]
        >>> moves_like_adam(slope, [[np.array([-0.1, 0.1])]], 0.1, (0.9, 0.999))
        True
    """
    first, second = betas
    means: list[Any] = [0.0] * len(slopes[0])  # arrays, from the first step on
    squares: list[Any] = [0.0] * len(slopes[0])
    for step, (these, moved) in enumerate(zip(slopes, found, strict=True), 1):
        means = [first * old + (1 - first) * new for old, new in zip(means, these, strict=True)]
        squares = [second * old + (1 - second) * new**2 for old, new in zip(squares, these, strict=True)]
        now = rate * np.sqrt(1 - second**step) / (1 - first**step)
        right = [
            np.abs(-now * mean / (np.sqrt(square) + 1e-7) - one) <= CLEAR * rate
            for mean, square, one in zip(means, squares, moved, strict=True)
        ]
        if sum(int(one.sum()) for one in right) < NEARLY_ALL * sum(one.size for one in right):
            return False
    return True


def moves_like_sgd(slopes: Moves, found: Moves, rate: float, _betas: tuple[float, float]) -> bool:
    """Against the slope; the second time also by a part of the first move, the same part everywhere: the momentum.

    Example:
        >>> slopes = [[np.array([1.0, -2.0])], [np.array([0.5, 0.5])]]
        >>> moves_like_sgd(slopes, [[np.array([-0.1, 0.2])], [np.array([-0.05, -0.05])]], 0.1, (0.9, 0.999))
        True
    """
    (first, second), (one, other) = map(_flat, slopes), map(_flat, found)
    if not one.any():
        return False
    pull = float(-(one @ first) / (first @ first)) / rate  # 1; with Nesterov's momentum, 1 + the momentum
    rest = other + rate * pull * second
    share = float(rest @ one) / float(one @ one)
    small = CLEAR * rate * np.abs(first).mean()
    straight = np.abs(one + rate * pull * first) <= small
    again = np.abs(rest - share * one) <= small
    usual = 1 - CLEAR <= pull <= 2 and -CLEAR <= share < 1
    return usual and bool(min(straight.mean(), again.mean()) >= NEARLY_ALL)


def moves_like_rmsprop(slopes: Moves, found: Moves, rate: float, _betas: tuple[float, float]) -> bool:
    """Against the slope over the root of the mean of squares, of which each step forgets the same share.

    Example:
        >>> slopes, far = [[np.array([1.0, -2.0])], [np.array([1.0, -2.0])]], 10**0.5
        >>> moves_like_rmsprop(slopes, [[far * np.array([-0.1, 0.1])], [np.array([-0.1, 0.1]) / 0.19**0.5]], 0.1, (0.9, 0.999))
        True
    """
    (first, second), (one, other) = map(_flat, slopes), map(_flat, found)
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = ((rate * first / one) ** 2 - EPSILON) / first**2
    new = float(np.median(shares[np.abs(first) >= np.median(np.abs(first))]))  # how much of the mean of squares is of this step
    if not 0 < new < 1:
        return False
    mean = new * first**2
    right = [-rate * first / np.sqrt(mean + EPSILON)]
    right.append(-rate * second / np.sqrt((1 - new) * mean + new * second**2 + EPSILON))
    near = [np.abs(one - moved) <= CLEAR * rate / new**0.5 for one, moved in zip(right, (one, other), strict=True)]
    return bool(min(each.mean() for each in near) >= NEARLY_ALL)


def same_steps(before: Network, expected: Network, found: object) -> bool:
    """Did the weights move as they should? Steps of almost no gradient may differ: float32 gives them either sign."""
    wanted = expected.weights()
    if not isinstance(found, list) or [getattr(one, "shape", None) for one in found] != [one.shape for one in wanted]:
        return False
    wrong = [np.abs(one - other) > 0.02 * before.learning_rate for one, other in zip(found, wanted, strict=True)]
    share = sum(int(one.sum()) for one in wrong) / sum(one.size for one in wrong)
    return share < 0.002 and all(np.isfinite(one).all() for one in found)


OPTIMIZERS: dict[str, Callable[[Moves, Moves, float, tuple[float, float]], bool]] = {
    "adam": moves_like_adam,
    "sgd": moves_like_sgd,
    "rmsprop": moves_like_rmsprop,
}


def _flat(arrays: list[np.ndarray]) -> np.ndarray:
    return np.concatenate([np.asarray(one, np.float64).ravel() for one in arrays])
