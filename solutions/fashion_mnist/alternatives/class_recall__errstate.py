"""The warning is switched off."""

import numpy as np


def class_recall(matrix):
    with np.errstate(invalid="ignore"):
        return np.diag(matrix) / np.sum(matrix, axis=1)
