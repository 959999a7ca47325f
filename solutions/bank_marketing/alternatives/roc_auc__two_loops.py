"""Two loops."""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    won = 0.0
    for one in yes:
        for other in no:
            if one > other:
                won += 1
            elif one == other:
                won += 0.5
    return won / (len(yes) * len(no))
