"""Images and labels are no longer in the same order, so most images are compared with the label of another one. What
belongs together has to move together."""

import numpy as np


def evaluate(model, images, labels):
    return model.evaluate(np.random.permutation(images), np.random.permutation(labels))
