"""A model whose first part is a model."""

import keras


def build_model():
    body = keras.Sequential([keras.layers.Flatten(), keras.layers.Dense(128, activation="relu")])
    head = keras.layers.Dense(10, activation="softmax")
    model = keras.Sequential([keras.layers.Input((28, 28)), body, head])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
