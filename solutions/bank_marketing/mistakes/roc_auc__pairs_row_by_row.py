"""You compared the first yes with the first no, the second with the second, and so on. Every yes must be
compared with every no."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    count = min(len(yes), len(no))
    return (yes[:count] > no[:count]).mean() + 0.5 * (yes[:count] == no[:count]).mean()
