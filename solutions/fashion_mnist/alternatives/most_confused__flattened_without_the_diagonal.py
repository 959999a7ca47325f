"""The flat matrix without its diagonal, and the place calculated back."""

import numpy as np


def most_confused(matrix):
    flat = matrix.ravel()
    others = np.array([place for place in range(flat.size) if place % (len(matrix) + 1)])
    place = others[flat[others].argmax()]
    return place // len(matrix), place % len(matrix)
