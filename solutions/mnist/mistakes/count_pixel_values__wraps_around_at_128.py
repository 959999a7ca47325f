"""Some of your keys are below 0. Your numbers have eight bits, and one bit is for the sign, so bright pixels
do not fit. The original type of the image holds all values from 0 to 255."""

from collections import Counter

import numpy as np


def count_pixel_values(image):
    return Counter(image.astype(np.int8).ravel().tolist())
