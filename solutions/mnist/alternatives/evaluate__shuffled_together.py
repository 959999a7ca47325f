"""Images and labels in another order, the same order for both."""

import numpy as np


def evaluate(model, images, labels):
    order = np.random.permutation(len(images))
    loss, accuracy = model.evaluate(images[order], labels[order], verbose=0)
    return loss, accuracy
