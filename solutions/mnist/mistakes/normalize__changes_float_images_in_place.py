"""With images of whole numbers all is well, but images that are floats already were changed in place.
You thought of a new array and got the old one: look at when a conversion makes a copy."""

import numpy as np


def normalize(images):
    scaled = np.asarray(images, dtype="float32")
    scaled /= 255
    return scaled
