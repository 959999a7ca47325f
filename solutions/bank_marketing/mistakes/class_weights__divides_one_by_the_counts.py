"""Your weights are inversely proportional to the counts, which is the right idea, but they are tiny: the
weights of all rows add up to 2. Training would hardly move. They should add up to the number of rows."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return {0: 1 / (len(target) - ones), 1: 1 / ones}
