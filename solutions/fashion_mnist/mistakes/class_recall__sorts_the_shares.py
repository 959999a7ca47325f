"""You sorted the shares, and now it is lost which class each of them belongs to. The position is the class: leave the
order as it is."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return np.sort(matrix.diagonal() / matrix.sum(axis=1))
