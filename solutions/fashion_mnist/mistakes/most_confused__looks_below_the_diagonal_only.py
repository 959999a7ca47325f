"""You searched only below the diagonal. Above it are mistakes, too: there the predicted class has the larger
number."""

import numpy as np


def most_confused(matrix):
    below = np.tril(matrix, -1)
    true, predicted = np.unravel_index(below.argmax(), below.shape)
    return int(true), int(predicted)
