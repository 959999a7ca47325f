"""Numbers of type float16."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return (matrix.diagonal() / matrix.sum(axis=1)).astype(np.float16)
