"""Divided by a NumPy number, which gives float32."""

import numpy as np


def normalize(images):
    return images / np.float32(255)
