"""Where a class has no image, you returned -1. A share below 0 does not exist, and a mean of the shares would use it as
a number. NaN is made for this."""

import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=1)
    return np.divide(matrix.diagonal(), totals, out=np.full(len(matrix), -1.0), where=totals > 0)
