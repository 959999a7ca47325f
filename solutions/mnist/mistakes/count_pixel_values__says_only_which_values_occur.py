"""Your answer says which values occur, each of them once. The question is how often: can you ask for that as
well?"""

import numpy as np


def count_pixel_values(image):
    return np.unique(image)
