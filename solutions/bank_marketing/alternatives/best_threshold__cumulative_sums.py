"""Sorted customers and cumulative sums."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    order = np.argsort(-flat, kind="stable")
    profit = np.cumsum(gain * yes[order] - cost)
    last = np.append(np.diff(flat[order]) != 0, True)
    profit, thresholds = profit[last], flat[order][last]
    best = profit.argmax()
    return thresholds[best] if profit[best] > 0 else thresholds[0] + 1
