"""You never try the lowest probability, so you cannot call everybody. That is best where a yes brings a lot: look
at the ends of your loop."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(flat.tolist()), reverse=True)[:-1]:
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
