"""The size of your matrix is the number of different labels. If a class does not occur, its row and column are
missing, and the later ones have no place or move up. The parameter classes says how many there are."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    classes = len(np.unique(labels))
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
