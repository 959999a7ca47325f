"""A NumPy array of two numbers."""

import numpy as np


def evaluate(model, images, labels):
    return np.array(model.evaluate(images, labels, verbose=0))
