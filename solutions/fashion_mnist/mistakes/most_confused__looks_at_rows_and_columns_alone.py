"""You looked for the row with the largest sum and the column with the largest sum separately. The cell where they meet
need not hold a large number. Search for one cell in the whole matrix."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, 0)
    return int(mistakes.sum(axis=1).argmax()), int(mistakes.sum(axis=0).argmax())
