"""Layers imported by name, named, and the model printed on the way."""

import keras
from keras import layers


def build_model():
    model = keras.Sequential(name="digits")
    model.add(layers.Input((28, 28), name="pixels"))
    model.add(layers.Flatten(name="row"))
    model.add(layers.Dense(128, "relu", name="hidden"))
    model.add(layers.Dense(10, "softmax", name="digit"))
    model.summary()
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
