"""You counted only the images that were recognized, so everything beside the diagonal is 0. The mistakes are the
reason for this table: count every image."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        if true == predicted:
            matrix[true, predicted] += 1
    return matrix
