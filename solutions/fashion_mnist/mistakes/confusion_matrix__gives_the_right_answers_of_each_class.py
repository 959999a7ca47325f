"""You gave one number for each class: how often it was recognized. The exercise asks for a table with one row
and one column for each class."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels[labels == predictions], minlength=classes)
