"""You added both directions of a mistake. A coat taken for a shirt and a shirt taken for a coat are two mistakes
here. Look for the largest single number beside the diagonal."""

import numpy as np


def most_confused(matrix):
    both = matrix + matrix.T
    np.fill_diagonal(both, -1)
    true, predicted = np.unravel_index(both.argmax(), both.shape)
    return int(true), int(predicted)
