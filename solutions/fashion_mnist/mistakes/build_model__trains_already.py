"""Your network has already been trained when your function returns it. Then the comparison with the baseline
is not fair any more, because it learns for longer. Building and training are two different functions here."""

import keras
import numpy as np


def build_model():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Reshape((28, 28, 1)),
            keras.layers.Conv2D(16, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Conv2D(32, 3, activation="relu"),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    images = np.random.default_rng(0).random((64, 28, 28))
    labels = np.arange(64) % 10
    model.fit(images, labels, epochs=1, verbose=0)
    return model
