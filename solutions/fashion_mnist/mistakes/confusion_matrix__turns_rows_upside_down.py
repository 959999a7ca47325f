"""Your first row is the last class. The number of a row is the number of its class, and class 0 comes first, on
top."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix[::-1]
