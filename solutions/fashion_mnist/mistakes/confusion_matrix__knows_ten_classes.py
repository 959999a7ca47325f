"""Your matrix always has ten rows and columns. That fits the clothes, but the function is also called with other
numbers of classes. The parameter classes says how many there are."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((10, 10), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
