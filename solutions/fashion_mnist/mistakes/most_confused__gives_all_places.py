"""You gave arrays with the positions of all the largest numbers, as np.where does. The exercise asks for two
single numbers, of the first one only."""

import numpy as np


def most_confused(matrix):
    mistakes = matrix.copy()
    np.fill_diagonal(mistakes, -1)
    return np.where(mistakes == mistakes.max())
