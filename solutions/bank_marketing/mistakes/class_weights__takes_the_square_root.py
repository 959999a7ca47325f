"""You took square roots of the weights. That is a softer correction that some people use; here both
classes must count the same in total."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    zeros = len(target) - ones
    return {0: (len(target) / (2 * zeros)) ** 0.5, 1: (len(target) / (2 * ones)) ** 0.5}
