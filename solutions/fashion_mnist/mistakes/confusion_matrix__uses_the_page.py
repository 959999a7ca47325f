"""Your function looks at variables of the page, not at the labels and predictions that it is given. It must work
with any."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(test_labels, test_predictions):
        matrix[true, predicted] += 1
    return matrix
