"""The two weights are exchanged: the frequent class got the large one. Look at which count is below the
line: each class needs its own."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    zeros = len(target) - ones
    return {0: len(target) / (2 * ones), 1: len(target) / (2 * zeros)}
