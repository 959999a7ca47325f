"""Images and labels are no longer in the same order, so some images have the label of another image. If you
move images, move their labels in the same way."""

import numpy as np


def train(model, images, labels, epochs):
    images = np.random.permutation(images)
    labels = np.random.permutation(labels)
    return model.fit(images, labels, epochs=epochs)
