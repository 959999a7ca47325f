"""One comparison for each value, zeros included."""

import numpy as np


def count_pixel_values(image):
    return {value: np.count_nonzero(image == value) for value in range(256)}
