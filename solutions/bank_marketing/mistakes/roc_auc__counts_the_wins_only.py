"""You returned how many pairs the yes won. A share is asked for: divide by the number of pairs."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return float((yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum())
