"""Your second number is the share of the noes that are not called (the specificity). Recall looks at the
yes: how many of them are called?"""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    precision = right / np.sum(called) if called.any() else 0.0
    recall = right / np.sum(yes) if yes.any() else 0.0
    noes = ~yes
    return precision, np.sum(~called & noes) / np.sum(noes) if noes.any() else 0.0
