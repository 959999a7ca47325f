"""You rounded the weights to one decimal. Round the numbers that you print, not the numbers that you
calculate with."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    return {0: round(len(target) / (2 * (len(target) - ones)), 1), 1: round(len(target) / (2 * ones), 1)}
