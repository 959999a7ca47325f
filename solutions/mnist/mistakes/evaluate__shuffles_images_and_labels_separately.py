"""Images and labels are no longer in the same order, so you compare some images with the label of another
image. If you move images, move their labels in the same way."""

import numpy as np


def evaluate(model, images, labels):
    return model.evaluate(np.random.permutation(images), np.random.permutation(labels))
