"""Keras does not know a loss with the name that you wrote. It notices this only when training begins, so
compare the spelling letter by letter, with the underscores."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_cross_entropy", metrics=["accuracy"])
    return model
