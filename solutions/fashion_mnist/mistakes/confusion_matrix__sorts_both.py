"""You sorted the labels and the predictions separately. After that, a label is no longer at the same position as the
prediction for its image. Leave both in their order."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(np.sort(labels), np.sort(predictions)):
        matrix[true, predicted] += 1
    return matrix
