"""np.histogram2d with edges; its counts are floats."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    edges = np.arange(classes + 1)
    return np.histogram2d(labels, predictions, bins=[edges, edges])[0]
