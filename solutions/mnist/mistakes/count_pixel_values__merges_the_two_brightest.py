"""254 and 255 ended up in one count. Between the edges 0, 1, 2 … 255 lie only 255 bins, and the last of
them includes both of its ends."""

import numpy as np


def count_pixel_values(image):
    counts, edges = np.histogram(image, bins=range(256))
    return counts
