"""You asked a new model, which has learned nothing, so its answers are guesses. The model to be asked is
handed to your function."""

import keras
import numpy as np


def predict_labels(model, images):
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    return np.argmax(model.predict(images), axis=1)
