"""Keras does not know an optimizer with the name that you wrote. Every letter must match; the error message
shows what Keras read."""

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
