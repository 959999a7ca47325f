"""Walks down the sorted customers, group by group."""

import itertools

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    rows = sorted(zip(np.ravel(probabilities).tolist(), np.asarray(target).tolist()), reverse=True)
    profit, most, best = 0, 0, 10.0
    for threshold, group in itertools.groupby(rows, key=lambda row: row[0]):
        profit += sum(gain * answer - cost for _, answer in group)
        if profit > most:
            most, best = profit, threshold
    return best
