"""Keras knows no optimizer by the name you wrote. Names must match to the letter; the error message shows
what it read."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adams", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
