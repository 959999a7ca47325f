"""An array with a column of labels and a column of counts."""

import numpy as np


def count_labels(labels):
    return np.column_stack(np.unique(labels, return_counts=True))
