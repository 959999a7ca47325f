"""After the call, the pixels of the given image are sorted, and the image is lost. Your long row was not a
copy: it shared its pixels with the image."""

import numpy as np


def count_pixel_values(image):
    pixels = image.reshape(-1)
    pixels.sort()
    return dict(zip(*np.unique(pixels, return_counts=True)))
