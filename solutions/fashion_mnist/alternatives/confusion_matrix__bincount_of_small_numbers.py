"""np.bincount of pairs in the labels' own type, which holds them for so few classes."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels * classes + predictions, minlength=classes * classes).reshape((classes, classes))
