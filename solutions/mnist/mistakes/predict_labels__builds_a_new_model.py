"""You used a new model, which has learned nothing, so its answers are guesses. Use the model that your
function is given."""

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
