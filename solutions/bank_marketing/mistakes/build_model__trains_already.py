"""Your function trains the model. It should only build it: what it trained on is not what the caller wants
to train on."""

import keras
import numpy as np


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    model.fit(np.random.default_rng(0).normal(size=(64, columns)), np.arange(64) % 2, epochs=3, verbose=0)
    return model
