"""In your profit, one more call never costs anything, so you call on until the last yes is reached. What does each
call cost?"""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, 0
    for threshold in sorted(set(flat.tolist()), reverse=True):
        called = flat >= threshold
        profit = gain * np.sum(called & yes)
        if profit > most:
            best, most = threshold, profit
    return best
