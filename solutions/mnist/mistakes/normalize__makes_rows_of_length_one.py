"""You scaled each row of an image as a vector to the length 1. The range looks right, but equal pixels no
longer have equal values: compare two equal greys in different rows."""

import numpy as np


def normalize(images):
    lengths = np.linalg.norm(images, axis=-1, keepdims=True)  # as keras.utils.normalize(images) does
    lengths[lengths == 0] = 1
    return images / lengths
