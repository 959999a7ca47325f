"""You returned a single number: how many labels are not 0. The digit 0 is a digit like the others, and each
digit needs its own count."""

import numpy as np


def count_labels(labels):
    return np.count_nonzero(labels)
