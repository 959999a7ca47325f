"""A list of two numbers."""

import numpy as np


def most_confused(matrix):
    mistakes = np.where(np.eye(len(matrix), dtype=bool), 0, matrix)
    return list(divmod(int(np.argmax(mistakes)), len(matrix)))
