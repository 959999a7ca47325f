"""You rounded the probabilities to 0 and 1, which is a threshold of one half (and 0.5 itself becomes 0).
Compare them with the threshold that is given."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.round(np.ravel(probabilities)) == 1
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    return precision, recall
