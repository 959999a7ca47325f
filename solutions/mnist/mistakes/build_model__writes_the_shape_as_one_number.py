"""A shape holds one size for each axis. You wrote the shape as a single number, so Keras cannot tell rows
from columns: look at the brackets."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input(28, 28),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
