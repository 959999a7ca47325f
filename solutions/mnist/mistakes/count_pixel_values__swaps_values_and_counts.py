"""Values and counts have changed places: your answer leads from a number of times to a pixel value.
Print it for a tiny image, and read one entry aloud."""

import numpy as np


def count_pixel_values(image):
    counts, values = np.unique(image, return_counts=True)
    return dict(zip(values, counts))
