"""Your function ends at the first image that is not recognized. The counts of all images after it are missing."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
        if true != predicted:
            break
    return matrix
