"""Each cell is the number of images where both masks are true."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.empty((classes, classes), dtype=int)
    for i in range(classes):
        for j in range(classes):
            matrix[i, j] = np.sum((labels == i) & (predictions == j))
    return matrix
