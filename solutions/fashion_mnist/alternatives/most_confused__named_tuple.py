"""A named tuple."""

from collections import namedtuple

import numpy as np

Pair = namedtuple("Pair", ["true", "predicted"])


def most_confused(matrix):
    mistakes = np.array(matrix)
    mistakes[np.diag_indices_from(mistakes)] = 0
    return Pair(*(int(place) for place in np.unravel_index(np.argmax(mistakes), mistakes.shape)))
