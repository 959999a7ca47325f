"""You found the largest number beside the diagonal, but then a right answer with the same number was taken for it. Look for the
place only where the diagonal takes no part, too."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.argwhere(matrix == mistakes.max())[0]
    return int(true), int(predicted)
