"""The numbers are right. You gave two arrays: which labels there are, and how often each of them occurs.
Nobody can look up one label there. A dict can: what pairs the items of two arrays?"""

import numpy as np


def count_labels(labels):
    return np.unique(labels, return_counts=True)
