"""np.count_nonzero of each comparison."""

import numpy as np


def count_labels(labels):
    return {digit: np.count_nonzero(labels == digit) for digit in range(10)}
