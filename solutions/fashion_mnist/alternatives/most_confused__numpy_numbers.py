"""The result of np.unravel_index itself."""

import numpy as np


def most_confused(matrix):
    return np.unravel_index((matrix - np.diag(np.diag(matrix))).argmax(), matrix.shape)
