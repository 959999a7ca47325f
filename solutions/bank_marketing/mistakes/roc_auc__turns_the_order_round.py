"""Your result is the share of pairs in which the no is larger, so a perfect order gets 0. The share of pairs in
which the yes is larger is asked for."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (no[:, None] > yes).mean() + 0.5 * (no[:, None] == yes).mean()
