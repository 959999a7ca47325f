"""You gave a single number, how many labels are not 0. A label of 0 is a digit like the others, and each
of them wants a number of its own."""

import numpy as np


def count_labels(labels):
    return np.count_nonzero(labels)
