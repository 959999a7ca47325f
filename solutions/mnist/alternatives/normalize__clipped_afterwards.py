"""Divided, and then clipped to the range to be safe."""

import numpy as np


def normalize(images):
    return np.clip(images / 255, 0, 1)
