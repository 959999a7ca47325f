"""You returned the place of the best threshold in the list of the thresholds. Which probability is at that
place?"""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    thresholds = np.unique(flat)[::-1]
    profits = [0] + [gain * np.sum((flat >= one) & yes) - cost * np.sum(flat >= one) for one in thresholds]
    return int(np.argmax(profits))
