"""The product of one-hot rows."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    one_hot = np.eye(classes, dtype=int)
    return one_hot[labels].T @ one_hot[predictions]
