"""Counts from np.unique."""

import numpy as np


def class_weights(target):
    values, counts = np.unique(target, return_counts=True)
    return {int(value): len(target) / (2 * int(count)) for value, count in zip(values, counts)}
