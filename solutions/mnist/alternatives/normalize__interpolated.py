"""np.interp from black to white."""

import numpy as np


def normalize(images):
    return np.interp(images, (0, 255), (0, 1))
