"""Optimizer and loss by position, and layers without names."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, "relu"),
        keras.layers.Dense(10, "softmax"),
    ])
    model.compile("Adam", "sparse_categorical_crossentropy", metrics=["acc"])
    return model
