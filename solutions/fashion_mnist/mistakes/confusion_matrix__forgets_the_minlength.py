"""np.bincount ends at the largest number that occurs, so your counts are too few to fill the table where the
last pair of classes does not occur. Look at the parameters of np.bincount."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    return np.bincount(labels.astype(int) * classes + predictions).reshape(classes, classes)
