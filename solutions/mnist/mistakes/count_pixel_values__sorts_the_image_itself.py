"""The counts are right, and the image that you were handed is ruined: its pixels are sorted now. The
long row was a second look at the same pixels, not a copy of them."""

import numpy as np


def count_pixel_values(image):
    pixels = image.reshape(-1)
    pixels.sort()
    return dict(zip(*np.unique(pixels, return_counts=True)))
