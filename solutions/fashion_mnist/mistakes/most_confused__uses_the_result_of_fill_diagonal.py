"""np.fill_diagonal changes an array and returns None, so the name on the left of = now is None, not a matrix. Call it
on a separate line."""

import numpy as np


def most_confused(matrix):
    mistakes = np.fill_diagonal(matrix.copy(), -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true), int(predicted)
