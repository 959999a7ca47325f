"""The model learned the same label for all images, so it always answers with this label. Each image has its
own label, at the same position."""

import numpy as np


def train(model, images, labels, epochs):
    return model.fit(images, np.full(len(images), labels[0]), epochs=epochs)
