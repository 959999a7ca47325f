"""Layers added one by one."""

import keras


def build_model():
    model = keras.Sequential()
    model.add(keras.layers.Input((28, 28)))
    model.add(keras.layers.Reshape((28, 28, 1)))
    model.add(keras.layers.Conv2D(16, 3, activation="relu"))
    model.add(keras.layers.MaxPooling2D())
    model.add(keras.layers.Conv2D(32, 3, activation="relu"))
    model.add(keras.layers.MaxPooling2D())
    model.add(keras.layers.Flatten())
    model.add(keras.layers.Dense(64, activation="relu"))
    model.add(keras.layers.Dense(10, activation="softmax"))
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
