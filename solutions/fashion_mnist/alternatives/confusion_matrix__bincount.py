"""One number for each pair, counted with np.bincount."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    pairs = labels.astype(np.int64) * classes + predictions
    return np.bincount(pairs, minlength=classes**2).reshape(classes, classes)
