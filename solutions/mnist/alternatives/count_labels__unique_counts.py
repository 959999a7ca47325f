"""The named pair that np.unique_counts gives."""

import numpy as np


def count_labels(labels):
    return np.unique_counts(labels)
