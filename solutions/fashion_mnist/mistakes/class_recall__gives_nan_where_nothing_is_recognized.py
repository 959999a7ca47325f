"""You returned NaN where no image of a class was recognized. If the class has images, this is known: the share
is 0. NaN is only for a class without images."""

import numpy as np


def class_recall(matrix):
    recall = np.full(len(matrix), np.nan)
    for true in range(len(matrix)):
        if matrix[true, true] > 0:
            recall[true] = matrix[true, true] / matrix[true].sum()
    return recall
