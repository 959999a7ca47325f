"""You chose the threshold with the best accuracy. It does not know what a call costs and what a yes
brings: calculate the profit of each threshold."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    best, most = float(flat.max()) + 1, np.mean(~yes)
    for threshold in sorted(set(flat.tolist()), reverse=True):
        accuracy = np.mean((flat >= threshold) == yes)
        if accuracy > most:
            best, most = threshold, accuracy
    return best
