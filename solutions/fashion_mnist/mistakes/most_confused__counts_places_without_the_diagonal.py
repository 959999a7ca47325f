"""You took the diagonal out of the matrix before you looked for the position. In what remains, the places after
it have moved up, so your position belongs to another cell. Keep the shape, and give the diagonal a number
that cannot win."""

import numpy as np


def most_confused(matrix):
    others = matrix[~np.eye(len(matrix), dtype=bool)].reshape(len(matrix), -1)
    true, predicted = np.unravel_index(others.argmax(), others.shape)
    return int(true), int(predicted)
