"""The largest number that the type uint8 can hold."""

import numpy as np


def normalize(images):
    return images / np.iinfo(np.uint8).max
