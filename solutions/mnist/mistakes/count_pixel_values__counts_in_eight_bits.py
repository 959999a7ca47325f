"""Your counters have eight bits, like the pixels. After 255, such a number starts again from 0, and an image
has about 600 black pixels: look at the dtype of your counts."""

import numpy as np


def count_pixel_values(image):
    counts = np.zeros(256, np.uint8)
    for value in image.ravel():
        counts[value] += 1
    return counts
