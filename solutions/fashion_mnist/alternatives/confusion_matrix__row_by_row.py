"""One np.bincount for each true class."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.array([np.bincount(predictions[labels == true], minlength=classes) for true in range(classes)])
