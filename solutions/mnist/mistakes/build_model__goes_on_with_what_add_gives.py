"""add changes the model itself and returns None. You stored this None under the name of the model and then
used it."""

import keras


def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28))])
    model = model.add(keras.layers.Flatten())
    model = model.add(keras.layers.Dense(128, activation="relu"))
    model = model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
