"""You compared something else than the numbers themselves, such as shares of their rows. A rare class can have a large share and
few mistakes. The exercise asks for the largest number."""

import numpy as np


def most_confused(matrix):
    shares = matrix / matrix.sum(axis=1, keepdims=True)
    np.fill_diagonal(shares, -1)
    true, predicted = np.unravel_index(shares.argmax(), shares.shape)
    return int(true), int(predicted)
