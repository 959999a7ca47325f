"""You gave how often the mistake happens. The exercise asks which classes are mixed up: the row and the column
of this number."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    return int(mistakes.max())
