# Named: counts_only_black_and_white.
import numpy as np


def count_pixel_values(image):
    return {value: np.count_nonzero(image == value) for value in (0, 255)}
