"""You exchanged cost and gain: the gain is paid for each call, and the cost comes in for each yes. Look at
which of the two belongs to a call."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = cost * np.sum(called & yes) - gain * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
