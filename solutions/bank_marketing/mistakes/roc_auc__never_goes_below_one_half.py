"""You turned scores below 0.5 round. A score below 0.5 means that the order is upside down, and whoever
built the model needs to see that."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    auc = (yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()
    return max(auc, 1 - auc)
