"""You returned a column. One axis is asked for, with one number for each class. What does keepdims do, and what does
reshape?"""

import numpy as np


def class_recall(matrix):
    with np.errstate(all="ignore"):
        return matrix.diagonal().reshape(-1, 1) / matrix.sum(axis=1, keepdims=True)
