"""Rows and columns are exchanged: each row of your matrix is a predicted class. The page reads a row as one true
class, so a recall would be calculated from the wrong numbers. The first index of a matrix is the row."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[predicted, true] += 1
    return matrix
