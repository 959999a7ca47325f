"""Two NumPy scalars."""

import numpy as np


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels, verbose=0)
    return np.float32(loss), np.float32(accuracy)
