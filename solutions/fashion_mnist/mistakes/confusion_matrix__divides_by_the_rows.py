"""You gave the share of each row instead of counts. Shares do not say how many images there are, and a row
without images divides by zero. The exercise asks for whole numbers."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix / matrix.sum(axis=1, keepdims=True)
