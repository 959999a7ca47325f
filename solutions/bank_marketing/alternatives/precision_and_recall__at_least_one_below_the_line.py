"""max(…, 1) below the line."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    return float(right / max(called.sum(), 1)), float(right / max(yes.sum(), 1))
