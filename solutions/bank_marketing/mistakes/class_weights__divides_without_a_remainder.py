"""Your weights are whole numbers: what comes after the decimal point is cut off, as // and int() do. 0.67
becomes 0, and rows with the weight 0 are not learned at all. Which division keeps the decimals?"""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return {0: len(target) // (2 * (len(target) - ones)), 1: len(target) // (2 * ones)}
