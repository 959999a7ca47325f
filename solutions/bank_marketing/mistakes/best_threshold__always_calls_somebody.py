"""You return the best of the thresholds, even if it loses money. Calling no customer costs nothing and is
then better: with which profit must a threshold be compared?"""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, -np.inf
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
