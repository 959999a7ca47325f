"""You rounded the ten probabilities and compared all ten places with a label of ten places. Nine of them
are zeros anyway, so the result looks far too good: count images, not places."""

import keras
import numpy as np


def evaluate(model, images, labels):
    loss, accuracy = model.evaluate(images, labels)
    rounded = np.round(model.predict(images))
    one_hot = keras.utils.to_categorical(labels, 10)
    return loss, np.mean(rounded == one_hot)
