"""You divided by the number of all rows. Precision asks "of those that we call", recall asks "of those
that say yes": how many are these?"""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = np.ravel(probabilities) >= threshold
    yes = np.asarray(target) == 1
    right = np.sum(called & yes)
    return right / len(yes), right / len(yes)
