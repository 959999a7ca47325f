"""add changes the model in place and gives nothing back. You stored that nothing under the model's name and
then went on with it."""

import keras


def build_model():
    model = keras.Sequential([keras.layers.Input((28, 28))])
    model = model.add(keras.layers.Flatten())
    model = model.add(keras.layers.Dense(128, activation="relu"))
    model = model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
