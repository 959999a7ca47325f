"""A histogram gives two things: the counts and the edges of its bins. There is one edge more than there are
bins, and neither of the two tells which label a count belongs to."""

import numpy as np


def count_labels(labels):
    return np.histogram(labels)
