"""Every value has the count 1, however often it occurs. When NumPy adds to several places at once, it
does so once for each place; and a count that is set anew forgets what was there before."""

import numpy as np


def count_pixel_values(image):
    counts = np.zeros(256, int)
    counts[image] += 1
    return counts
