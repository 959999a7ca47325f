"""Your model expects rows of 784 numbers, but it gets images of 28 by 28 pixels. The model itself can turn an
image into such a row, as one of its steps."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((784,)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
