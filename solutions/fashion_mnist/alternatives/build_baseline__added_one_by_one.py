"""Layers added one by one."""

import keras


def build_baseline():
    model = keras.Sequential()
    model.add(keras.layers.Input((28, 28)))
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(128, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
