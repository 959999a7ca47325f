"""Your function returned None: what it found is lost. A function gives back only what comes after return."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    true, predicted = np.unravel_index(mistakes.argmax(), mistakes.shape)
