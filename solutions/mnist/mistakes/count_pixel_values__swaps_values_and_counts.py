"""You swapped values and counts: in your answer, a count looks up a pixel value. Print it for a tiny image,
and read one entry aloud."""

import numpy as np


def count_pixel_values(image):
    counts, values = np.unique(image, return_counts=True)
    return dict(zip(values, counts))
