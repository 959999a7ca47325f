"""The numbers are right, but your keys are texts. In the target the classes are the numbers 0 and 1, and
fit looks the weights up by these numbers."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return {"no": len(target) / (2 * (len(target) - ones)), "yes": len(target) / (2 * ones)}
