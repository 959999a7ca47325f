"""Your function returned None: its result is lost. A function gives back only what comes after return;
without a return it gives None."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    auc = (yes[:, None] > no).mean() + 0.5 * (yes[:, None] == no).mean()
