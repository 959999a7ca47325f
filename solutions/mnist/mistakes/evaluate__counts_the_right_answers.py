"""You counted the right answers. Whether 40 is a good number depends on how many images there are, so the
accuracy is a share."""

import numpy as np


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    digits = np.argmax(model.predict(images), axis=1)
    return loss, np.sum(digits == labels)
