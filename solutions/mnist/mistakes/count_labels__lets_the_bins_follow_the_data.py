"""Your ten bins lie between the smallest and the largest label that happen to occur. That fits only if
both 0 and 9 are there: try it with labels of which some digits are missing."""

import numpy as np


def count_labels(labels):
    counts, edges = np.histogram(labels, bins=10)
    return counts
