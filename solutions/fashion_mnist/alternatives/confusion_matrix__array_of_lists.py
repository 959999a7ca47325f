"""A list of lists first, made an array at the end."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    rows = [[0] * classes for _ in range(classes)]
    for true, predicted in zip(labels, predictions):
        rows[true][predicted] += 1
    return np.array(rows)
