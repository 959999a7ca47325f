"""Each column of an image now has the length 1, as if it were an arrow. The range looks right, but equal
pixels do not have equal values any more: look at two greys in different columns."""

import numpy as np


def normalize(images):
    lengths = np.linalg.norm(images, axis=1, keepdims=True)  # as keras.utils.normalize(images, axis=1) does
    lengths[lengths == 0] = 1
    return images / lengths
