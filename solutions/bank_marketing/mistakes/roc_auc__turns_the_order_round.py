"""You counted the pairs in which the no is larger, so a perfect order gets 0. Ask for the pairs in which
the yes is larger."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (no[:, None] > yes).mean() + 0.5 * (no[:, None] == yes).mean()
