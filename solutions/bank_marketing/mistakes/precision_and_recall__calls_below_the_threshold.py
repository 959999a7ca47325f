"""You call those below the threshold. The customers with the *largest* probabilities are called: look at
the direction of your comparison."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) <= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    return precision, recall
