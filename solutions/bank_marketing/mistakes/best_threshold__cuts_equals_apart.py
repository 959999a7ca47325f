"""You call the customers one after the other, even if several have the same probability. A threshold calls all of
these or none: look at the profit only where the probability changes."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    order = np.argsort(-flat, kind="stable")
    profits = np.cumsum(gain * yes[order] - cost)
    best = int(np.argmax(profits))
    return float(flat[order[best]]) if profits[best] > 0 else float(flat.max()) + 1
