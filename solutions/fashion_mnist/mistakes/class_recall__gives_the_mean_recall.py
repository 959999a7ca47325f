"""You returned the mean of the shares. It hides which classes are recognized badly, and one number for each class
is asked for."""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return float(np.nanmean(matrix.diagonal() / matrix.sum(axis=1)))
