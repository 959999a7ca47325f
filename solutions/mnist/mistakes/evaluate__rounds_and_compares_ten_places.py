"""You rounded the ten probabilities and compared all ten with a label of ten numbers. Nine of these are 0
anyway, so the result looks far too good: count images, not single numbers."""

import keras
import numpy as np


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    rounded = np.round(model.predict(images))
    one_hot = keras.utils.to_categorical(labels, 10)
    return loss, np.mean(rounded == one_hot)
