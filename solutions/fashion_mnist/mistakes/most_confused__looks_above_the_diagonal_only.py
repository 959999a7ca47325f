"""You searched only above the diagonal. Below it are mistakes, too: there the true class has the larger number."""

import numpy as np


def most_confused(matrix):
    above = np.triu(matrix, 1)
    true, predicted = np.unravel_index(above.argmax(), above.shape)
    return int(true), int(predicted)
