"""The sum of one-hot rows."""

import numpy as np


def count_labels(labels):
    return np.eye(10)[labels].sum(axis=0)
