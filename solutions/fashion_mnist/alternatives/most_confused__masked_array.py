"""A masked array that hides the diagonal."""

import numpy as np


def most_confused(matrix):
    hidden = np.ma.array(matrix, mask=np.eye(len(matrix), dtype=bool))
    true, predicted = np.unravel_index(np.argmax(hidden), matrix.shape)
    return true, predicted
