"""You added 1 in two cells for each image: once in row and column, once with both exchanged. A coat taken for a
shirt is another mistake than a shirt taken for a coat. The numbers must add up to the number of images."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
        matrix[predicted, true] += 1
    return matrix
