"""Images and labels are no longer in the same order, so most images carry the label of another one. What belongs
together has to move together."""

import numpy as np


def train(model, images, labels, epochs):
    images = np.random.permutation(images)
    labels = np.random.permutation(labels)
    return model.fit(images, labels, epochs=epochs)
