"""A masked array that is filled with NaN."""

import numpy as np


def class_recall(matrix):
    return (np.ma.array(matrix.diagonal(), float) / matrix.sum(axis=1)).filled(np.nan)
