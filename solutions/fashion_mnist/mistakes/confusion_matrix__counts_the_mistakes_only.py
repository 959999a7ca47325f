"""You counted only the mistakes, so the diagonal is 0. The right answers belong in the table, too: count every
image."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        if true != predicted:
            matrix[true, predicted] += 1
    return matrix
