"""A tie counts as won in your result, so a program that says the same of everybody gets 1. It should get
0.5, as guessing does: how much is a tie worth?"""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    return (yes[:, None] >= no).mean()
