# Named: nobody.
import numpy as np


def normalize(images):
    floats = np.asarray(images, dtype=float)
    return (floats - floats.mean(axis=0)) / 255
