"""Layers added one by one."""

import keras


def build_model(columns):
    model = keras.Sequential()
    model.add(keras.Input(shape=(columns,)))
    model.add(keras.layers.Dense(32, activation="relu"))
    model.add(keras.layers.Dense(1, activation="sigmoid"))
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model
