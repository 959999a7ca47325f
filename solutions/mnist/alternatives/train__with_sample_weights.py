"""Every image with a weight of 1."""

import numpy as np


def train(model, images, labels, epochs):
    return model.fit(images, labels, sample_weight=np.ones(len(images)), epochs=epochs)
