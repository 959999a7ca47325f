"""Your counters have eight bits, like the pixels. Such a number starts again from 0 after 255, and an
image has some 600 black pixels: look at the dtype of your counts."""

import numpy as np


def count_pixel_values(image):
    counts = np.zeros(256, np.uint8)
    for value in image.ravel():
        counts[value] += 1
    return counts
