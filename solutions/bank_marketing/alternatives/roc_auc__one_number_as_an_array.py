"""NumPy's float32."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return np.float32(np.where(yes[:, None] > no, 1.0, np.where(yes[:, None] == no, 0.5, 0.0)).mean())
