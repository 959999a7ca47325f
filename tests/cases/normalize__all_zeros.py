# Named: nobody.
import numpy as np


def normalize(images):
    return np.zeros(images.shape)
