"""The standard library's bisect."""

import bisect

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    no = sorted(no.tolist())
    return sum(bisect.bisect_left(no, one) + bisect.bisect_right(no, one) for one in yes.tolist()) / (2 * len(yes) * len(no))
