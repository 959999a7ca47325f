"""You divided by the number of pairs of all customers. Only pairs of one yes and one no count: how many
are there?"""

import numpy as np


def roc_auc(target, probabilities):
    yes = np.ravel(probabilities)[np.asarray(target) == 1]
    no = np.ravel(probabilities)[np.asarray(target) == 0]
    n = len(yes) + len(no)
    return ((yes[:, None] > no).sum() + 0.5 * (yes[:, None] == no).sum()) / (n * (n - 1) / 2)
