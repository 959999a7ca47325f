"""The identity matrix cuts out the diagonal."""

import numpy as np


def class_recall(matrix):
    totals = matrix @ np.ones(len(matrix))
    right = (matrix * np.eye(len(matrix))).sum(1)
    return np.where(totals > 0, right / np.where(totals > 0, totals, 1), np.nan)
