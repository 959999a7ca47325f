"""You made one more row and column than there are classes. The class numbers begin at 0, so with classes = 3
they are 0, 1 and 2."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes + 1, classes + 1), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
