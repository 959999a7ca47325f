"""Each column is divided by the sum of the row with its number; on the diagonal that is the right one."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return np.diag(matrix / matrix.sum(axis=1))
