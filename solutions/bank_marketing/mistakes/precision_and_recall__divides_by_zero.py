"""Where no customer is called, you divide 0 by 0. Ask first whether there is anything to divide by; where
there is not, the score is 0.0."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    return right / np.sum(called), right / np.sum(yes)
