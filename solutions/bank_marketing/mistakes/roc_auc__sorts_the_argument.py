"""Your function changed the probabilities that it was given, so they are lost for everybody who uses them
afterwards. p.sort() and p -= 1 write into the array; np.sort(p) and p - 1 make a new one."""

import numpy as np


def roc_auc(target, probabilities):
    probabilities = probabilities.reshape(-1)
    order = np.argsort(probabilities, kind="stable")
    target = np.asarray(target)[order]
    probabilities.sort()
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()
