"""np.unique, turned into a dictionary."""

import numpy as np


def count_labels(labels):
    values, counts = np.unique(labels, return_counts=True)
    return dict(zip(values, counts))
