"""If the images are already floats, your function changes the given array itself, not a copy. Find out when a
conversion makes a copy."""

import numpy as np


def normalize(images):
    scaled = np.asarray(images, dtype="float32")
    scaled /= 255
    return scaled
