"""np.add.at, which counts repeated places."""

import numpy as np


def count_labels(labels):
    counts = np.zeros(10, dtype=int)
    np.add.at(counts, labels, 1)
    return counts
