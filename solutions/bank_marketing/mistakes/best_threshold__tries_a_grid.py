"""You tried thresholds in steps of 0.01. The best one can lie between them, and the result must be one of
the probabilities that occur: try those."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in np.linspace(1, 0, 101):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
