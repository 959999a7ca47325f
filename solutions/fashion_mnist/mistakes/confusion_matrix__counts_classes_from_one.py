"""You subtracted 1 from the class numbers, but they begin at 0. An index of -1 is the last row, so class 0 is
counted at the end of the table, and all others one place too early."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels.astype(int), predictions):
        matrix[true - 1, predicted - 1] += 1
    return matrix
