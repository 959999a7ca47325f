"""Where no customer is called, your precision is nan ("not a number"), which is what 0 divided by 0 gives. The
score is 0.0 where there is nothing to divide by: ask for that before you divide."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    return right / np.sum(called), right / np.sum(yes)
