"""Your function returned None: its result is lost. A function gives back only what comes after return;
without a return it gives None."""

import numpy as np


def class_weights(target):
    ones = np.sum(target)
    weights = {0: len(target) / (2 * (len(target) - ones)), 1: len(target) / (2 * ones)}
