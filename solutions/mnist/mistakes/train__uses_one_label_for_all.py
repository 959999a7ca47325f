"""All images were learned with the same label, and so the model answers it to everything. Each image has its own
label, at the same place."""

import numpy as np


def train(model, images, labels, epochs):
    return model.fit(images, np.full(len(images), labels[0]), epochs=epochs)
