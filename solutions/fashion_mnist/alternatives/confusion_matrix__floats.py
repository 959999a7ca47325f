"""A table of zeros as np.zeros makes them, which are floats."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes))
    for i in range(len(labels)):
        matrix[labels[i], predictions[i]] += 1
    return matrix
