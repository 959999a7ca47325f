"""You rounded the shares. That loses what tells two similar classes apart. Round only where you print."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return np.round(matrix.diagonal() / matrix.sum(axis=1), 2)
