"""You took the largest number of each row. The right answers are on the diagonal, and for a class that is often mixed
up, they need not be the largest number."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.max(axis=1) / matrix.sum(axis=1)
