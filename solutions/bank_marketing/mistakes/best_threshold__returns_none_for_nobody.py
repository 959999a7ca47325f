"""Where calling no customer is best, your function returned None. The caller needs a number that works as
a threshold there, too: one above all the probabilities."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = None, 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
