"""You cut everything above 1 off, so all that is not black became white. The range is right now, and the
greys are gone: each should stay as far between black and white as it was."""

import numpy as np


def normalize(images):
    return np.clip(images, 0, 1)
