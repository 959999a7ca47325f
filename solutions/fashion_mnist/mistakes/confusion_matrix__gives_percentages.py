"""You gave percentages instead of counts. The exercise asks how many images there are of each pair, in whole
numbers."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return 100 * matrix / len(labels)
