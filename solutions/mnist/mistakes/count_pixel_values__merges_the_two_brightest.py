"""254 and 255 are together in one count. The edges 0, 1, 2 … 255 make only 255 bins, and the last bin
includes both of its edges."""

import numpy as np


def count_pixel_values(image):
    counts, edges = np.histogram(image, bins=range(256))
    return counts
