"""Through the share of 1."""

import numpy as np


def class_weights(target):
    share = float(np.mean(np.asarray(target)))
    return {0: 0.5 / (1 - share), 1: 0.5 / share}
