"""Every image with a weight of 1."""

import numpy as np


def evaluate(model, images, labels):
    return tuple(model.evaluate(images, labels, sample_weight=np.ones(len(labels)), verbose=0))
