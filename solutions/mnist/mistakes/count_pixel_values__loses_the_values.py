"""You handed back the counts alone, in the order of the values that occur. Not all of them do: what
tells which count belongs to which value?"""

import numpy as np


def count_pixel_values(image):
    values, counts = np.unique(image, return_counts=True)
    return counts
