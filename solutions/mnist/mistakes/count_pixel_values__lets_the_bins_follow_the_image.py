"""Your bins lie between the darkest and the brightest pixel of this image. They fit the pixel values
only if it has both 0 and 255: try it with an image that has not."""

import numpy as np


def count_pixel_values(image):
    counts, edges = np.histogram(image, bins=256)
    return counts
