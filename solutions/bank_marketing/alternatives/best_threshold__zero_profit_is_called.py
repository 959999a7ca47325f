"""With profit 0, the highest such threshold."""

import numpy as np


def best_threshold(target, probabilities, cost, gain):
    flat, yes = np.ravel(probabilities), np.asarray(target) == 1
    thresholds = np.unique(flat)[::-1]
    profits = [gain * yes[flat >= one].sum() - cost * (flat >= one).sum() for one in thresholds]
    return thresholds[int(np.argmax(profits))] if max(profits) >= 0 else 2.0
