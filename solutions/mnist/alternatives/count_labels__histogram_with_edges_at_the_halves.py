"""A histogram with its edges halfway between the digits."""

import numpy as np


def count_labels(labels):
    return np.histogram(labels, bins=np.arange(11) - 0.5)[0]
