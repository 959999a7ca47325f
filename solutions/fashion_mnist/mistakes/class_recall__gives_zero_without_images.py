"""Where a class has no image, you did not return NaN. A number there says that its recall is known, but
nothing was tried. How do you write "not a number" in NumPy?"""

import numpy as np


def class_recall(matrix):
    totals = matrix.sum(axis=1)
    return np.divide(matrix.diagonal(), totals, out=np.zeros(len(matrix)), where=totals > 0)
