"""Values below 0 appear among your keys. Your numbers have eight bits, one of them for the sign, so bright
pixels did not fit. The values from 0 to 255 fit into the type that they came in."""

from collections import Counter

import numpy as np


def count_pixel_values(image):
    return Counter(image.astype(np.int8).ravel().tolist())
