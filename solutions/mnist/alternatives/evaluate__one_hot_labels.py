"""The loss from one-hot labels, the accuracy from Keras."""
# Only with: tensorflow, jax

import keras
import numpy as np


def evaluate(model, images, labels):
    rows = model.predict(images, verbose=0)
    truth = keras.utils.to_categorical(labels, 10)
    loss = np.mean(keras.losses.categorical_crossentropy(truth, rows))
    return loss, np.mean(np.argmax(rows, axis=1) == np.argmax(truth, axis=1))
