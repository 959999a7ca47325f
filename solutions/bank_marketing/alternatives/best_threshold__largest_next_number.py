"""The next larger number where no customer is called."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    thresholds = np.unique(flat)[::-1]
    profits = np.array([gain * yes[flat >= one].sum() - cost * (flat >= one).sum() for one in thresholds])
    if profits.max() <= 0:
        return float(np.nextafter(thresholds[0], np.inf))
    return float(thresholds[np.argmax(profits)])
