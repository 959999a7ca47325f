"""You made one number of each pair by adding the two class numbers. Different pairs then have the same number, for
example 0 and 2, 1 and 1. Each pair needs a different number."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels.astype(int) + predictions, minlength=classes * classes).reshape(classes, classes)
