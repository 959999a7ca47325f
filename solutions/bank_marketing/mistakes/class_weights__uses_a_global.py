"""Your function looks at a variable of the page, not at the target that it is given. It must work with any
target."""

import numpy as np


def class_weights(target):
    ones = np.sum(train_target)
    return {0: len(train_target) / (2 * (len(train_target) - ones)), 1: len(train_target) / (2 * ones)}
