"""You added up the losses of all images, so twice as many images would look twice as bad. The loss of a set
of images is the loss of an average image."""

import keras
import numpy as np


def evaluate(model, images, labels):
    losses = keras.losses.sparse_categorical_crossentropy(labels, model.predict(images))
    digits = np.argmax(model.predict(images), axis=1)
    return np.sum(losses), np.mean(digits == labels)
