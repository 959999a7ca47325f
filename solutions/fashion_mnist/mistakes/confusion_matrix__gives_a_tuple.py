"""You returned a tuple, and your matrix is inside of it. A comma after the matrix is enough to make a tuple. Return the
matrix alone."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix,
