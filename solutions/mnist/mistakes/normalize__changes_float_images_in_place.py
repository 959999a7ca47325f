"""Images that are floats already were changed in place: what you divided was still the array that you were
handed. Look at when a conversion makes a copy."""

import numpy as np


def normalize(images):
    scaled = np.asarray(images, dtype="float32")
    scaled /= 255
    return scaled
