"""You wrote into the matrix that you were given. The caller still needs it, and the next function would get another
matrix. Work on a copy."""

import numpy as np


def class_recall(matrix):
    right = matrix.diagonal().copy()
    np.fill_diagonal(matrix, 0)
    with np.errstate(all="ignore"):
        return right / (right + matrix.sum(axis=1))
