"""You divided each row by its sum and returned the whole table. The recall is only one number of each row: the one on
the diagonal."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix / matrix.sum(axis=1, keepdims=True)
