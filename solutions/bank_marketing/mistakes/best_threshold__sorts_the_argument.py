"""Your function changed the probabilities that it was given, so they are lost for everybody who uses them
afterwards. p.sort() and p -= 1 write into the array; np.sort(p) and p - 1 make a new one."""

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
