"""In your profit, a call costs something only if the customer says no. Each call costs the same, whatever
the answer is."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called & ~yes)
        if profit > most:
            best, most = threshold, profit
    return best
