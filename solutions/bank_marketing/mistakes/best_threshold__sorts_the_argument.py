"""You sorted the array that you were given. After that, the probabilities no longer belong to their
customers. np.sort returns a new array."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    yes = np.asarray(target)[np.argsort(np.ravel(probabilities))] == 1
    probabilities.sort(axis=0)
    flat = probabilities.reshape(-1)
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
