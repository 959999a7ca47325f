"""Where a class has no image, you returned 1. That looks like a class without any mistake, but nothing was tried.
Its place needs NaN."""

import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=1)
    return np.divide(matrix.diagonal(), totals, out=np.ones(len(matrix)), where=totals > 0)
