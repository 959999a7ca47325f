"""Signs of differences."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return 0.5 + 0.5 * np.sign(np.subtract.outer(yes.astype(float), no.astype(float))).mean()
