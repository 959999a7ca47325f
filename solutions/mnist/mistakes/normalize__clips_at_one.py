"""You cut off everything above 1, so every pixel that is not black became white. The range is right now, but
the greys are lost: each should stay as far between black and white as before."""

import numpy as np


def normalize(images):
    return np.clip(images, 0, 1)
