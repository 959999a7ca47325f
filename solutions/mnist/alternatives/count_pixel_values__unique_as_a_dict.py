"""np.unique, turned into a dictionary."""

import numpy as np


def count_pixel_values(image):
    values, counts = np.unique(image, return_counts=True)
    return dict(zip(values.tolist(), counts.tolist()))
