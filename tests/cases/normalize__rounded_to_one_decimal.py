# Named: rounds_the_numbers.
import numpy as np


def normalize(images):
    return np.round(images / 255, 1)
