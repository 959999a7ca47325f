"""You counted both the calls and the answers for the class 0: those that are not called and say no.
Precision and recall are asked for the yes."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) < threshold
    yes = np.asarray(target) == 0
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    return precision, recall
