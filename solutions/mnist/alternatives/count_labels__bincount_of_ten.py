"""np.bincount with ten places."""

import numpy as np


def count_labels(labels):
    return np.bincount(labels, minlength=10)
