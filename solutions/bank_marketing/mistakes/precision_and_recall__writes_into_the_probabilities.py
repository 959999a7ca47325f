"""You wrote zeros and ones into the array that you were given. Its probabilities are lost for everybody
who uses it afterwards, also for your own next threshold: let the result of the comparison be a new array."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    probabilities[...] = called.reshape(probabilities.shape)
    return precision, recall
