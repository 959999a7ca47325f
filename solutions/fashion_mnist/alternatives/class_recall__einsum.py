"""The diagonal and the sums with einsum."""

import numpy as np


def class_recall(matrix):
    totals = np.einsum("ij->i", matrix).astype(float)
    totals[totals == 0] = np.nan
    return np.einsum("ii->i", matrix) / totals
