"""Sets of positions."""

import numpy as np


def precision_and_recall(target, probabilities, threshold):
    called = set(np.flatnonzero(np.ravel(probabilities) >= threshold).tolist())
    yes = set(np.flatnonzero(np.asarray(target)).tolist())
    both = len(called & yes)
    return (both / len(called) if called else 0.0), (both / len(yes) if yes else 0.0)
