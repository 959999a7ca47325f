"""One bracket for the row and one for the column."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros(shape=(classes, classes), dtype="uint32")
    for number, true in enumerate(labels):
        matrix[true][predictions[number]] = matrix[true][predictions[number]] + 1
    return matrix
