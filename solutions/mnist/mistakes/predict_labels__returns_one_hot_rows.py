"""You returned a row of ten numbers for each image, with a 1 for the chosen class. Return the class itself,
one whole number per image: your code already had it one step earlier."""

import keras
import numpy as np


def predict_labels(model, images):
    digits = np.argmax(model.predict(images), axis=1)
    return keras.utils.to_categorical(digits, 10)
