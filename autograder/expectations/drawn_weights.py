"""Numbers that are put into a model instead of its weights, such that what it does with them shows."""

from __future__ import annotations

import numpy as np

RANDOM_LAYERS = {"Dropout", "SpatialDropout1D", "GaussianDropout", "AlphaDropout", "GaussianNoise"}
AGREE = 0.9  # of the clear slopes: so many weights move against them; another loss moves half of them, or a few more


def drawn_weights(weights: list[np.ndarray], rng: np.random.Generator) -> list[np.ndarray]:
    """Weights in place of these: such that every unit is seen in the outputs, and no activation looks like another."""
    found = []
    for place, weight in enumerate(weights):
        if weight.ndim == 2:
            numbers = rng.normal(0, 1.2 / np.sqrt(weight.shape[0]), weight.shape)
        else:
            numbers = rng.normal(0, 0.5, weight.shape)
            if place < len(weights) - 1:  # a few units far on either side
                numbers += rng.choice([0, -7, 7], weight.shape, p=[0.9, 0.05, 0.05])
        found.append(numbers.astype(np.float32))
    return found


def drawn_slopes(shape: tuple[int, ...], rng: np.random.Generator) -> np.ndarray:
    """Gradients as a first network has them: small, and none so small that adam's epsilon would count."""
    return (rng.choice([-1, 1], shape) * rng.uniform(1e-4, 1e-3, shape)).astype(np.float32)


def goes_against(slope: np.ndarray, move: np.ndarray) -> bool:
    """Whether weights move against their slopes, where both are clear. A unit that gives 0 has no slope at all."""
    size = np.abs(slope)
    clear = (size >= np.median(size)) & (size > 3e-3 * size.max()) & (np.abs(move) > 1e-3 * np.abs(move).max())
    return bool(clear.any()) and float((np.sign(move) == -np.sign(slope))[clear].mean()) >= AGREE


def penalty_slopes(weights: list[np.ndarray], size: float) -> list[np.ndarray]:
    """The slopes along the weights of the last layer of each usual penalty that has this size.

    The penalty is for the squares or the sizes of the weights, in all kernels, in the last one, or in all arrays.

    Args:
        weights: kernel, bias, kernel, bias, ….
    """
    kernel, bias = (one.astype(np.float64) for one in weights[-2:])
    found = []
    for parts in (weights[::2], weights[-2:-1], weights, weights[-2:]):
        rate = 2 * size / sum(float(np.square(one).sum()) for one in parts)
        step = size / sum(float(np.abs(one).sum()) for one in parts)
        biased = len(parts) > 1 and parts[-1] is weights[-1]
        for slopes in ((rate * kernel, rate * bias), (step * np.sign(kernel), step * np.sign(bias))):
            found.append(np.concatenate([slopes[0].ravel(), slopes[1] * biased]))
    return found
