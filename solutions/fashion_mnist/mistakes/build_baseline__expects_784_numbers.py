"""Your network expects images that are one long row of 784 numbers. They come with 28 rows and 28 columns, and
a layer of the network can make one row of them."""

import keras


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((784,)),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
