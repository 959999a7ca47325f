"""You looked for the smallest number. The most frequent mistake is the largest one beside the diagonal."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, matrix.max() + 1)
    true, predicted = np.unravel_index(mistakes.argmin(), mistakes.shape)
    return int(true), int(predicted)
