"""Infinity where no customer is called."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float("inf"), 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
