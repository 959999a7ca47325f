"""You added 1 to the class numbers. Rows and columns are counted from 0, as labels are: the first class has the
number 0."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
    return int(true) + 1, int(predicted) + 1
