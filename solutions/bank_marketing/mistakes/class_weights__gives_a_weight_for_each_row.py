"""You returned a weight for each row. That is what fit calls sample_weight; here one weight for each of
the two classes is asked for, by its number."""

import numpy as np


def class_weights(target):
    target = np.asarray(target)
    ones = np.sum(target)
    weights = np.array([len(target) / (2 * (len(target) - ones)), len(target) / (2 * ones)])
    return weights[target]
