"""0 / 0 made 0 afterwards."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    with np.errstate(all="ignore"):
        return np.nan_to_num(right / called.sum()), np.nan_to_num(right / yes.sum())
