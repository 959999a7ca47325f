"""np.divide with where."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    below = np.array([called.sum(), yes.sum()], float)
    return tuple(np.divide(right, below, out=np.zeros(2), where=below > 0))
