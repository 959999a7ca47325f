"""Your network has already been trained when your function returns it. Then it learns for longer than the
network that you compare with it. Building and training are two different functions here."""

import keras
import numpy as np


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    images = np.random.default_rng(0).random((64, 28, 28))
    labels = np.arange(64) % 10
    model.fit(images, labels, epochs=1, verbose=0)
    return model
