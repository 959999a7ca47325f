"""You sorted the array that you were given. After that, the probabilities no longer belong to their
customers, in your function and everywhere else. np.sort returns a new array."""

import numpy as np


def roc_auc(target, probabilities):
    probabilities = probabilities.reshape(-1)
    order = np.argsort(probabilities, kind="stable")
    target = np.asarray(target)[order]
    probabilities.sort()
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()
