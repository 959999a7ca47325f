"""argmax of a matrix counts all its cells in one long row, and you gave this position. The exercise asks for the
row and the column. np.unravel_index makes both from it."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    return int(mistakes.argmax())
