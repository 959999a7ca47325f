"""You marked the chosen class with a 1 in a row of ten. Asked is the class itself, one whole number per
image, and you had it in hand one step earlier."""

import keras
import numpy as np


def predict_labels(model, images):
    digits = np.argmax(model.predict(images), axis=1)
    return keras.utils.to_categorical(digits, 10)
