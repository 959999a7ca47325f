"""You gave a table of positions, as np.argwhere makes it, with one row for each largest number. The exercise
asks for two numbers: take the first row."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    return np.argwhere(mistakes == mistakes.max())
