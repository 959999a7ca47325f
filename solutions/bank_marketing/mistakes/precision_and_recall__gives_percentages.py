"""Your scores go from 0 to 100. Shares go from 0 to 1."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    return precision * 100, recall * 100
