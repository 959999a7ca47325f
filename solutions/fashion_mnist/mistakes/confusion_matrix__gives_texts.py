"""Your table holds texts instead of numbers. Texts cannot be added or divided. The exercise asks for an array of
whole numbers."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix.astype(str)
