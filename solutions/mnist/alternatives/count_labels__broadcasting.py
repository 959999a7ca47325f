"""All comparisons at once, by broadcasting."""

import numpy as np


def count_labels(labels):
    return (labels[:, np.newaxis] == np.arange(10)).sum(axis=0)
