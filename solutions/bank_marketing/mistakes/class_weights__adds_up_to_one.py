"""Your two weights add up to 1. But it is the weights of all rows together that must add up to the number
of rows."""

import numpy as np


def class_weights(target):
    share = np.mean(target)
    return {0: share, 1: 1 - share}
