"""Your two weights add up to 2, as if both classes had the same number of rows. The weights of all rows
together must add up to the number of rows: count each weight as often as its class occurs."""

import numpy as np


def class_weights(target):
    share = np.mean(target)
    return {0: 2 * share, 1: 2 * (1 - share)}
