"""Your function uses layers that are made outside of it, so all networks that it builds share their weights. Training one
network also changes the others. Make new layers in each call."""

import keras

first = keras.layers.Conv2D(16, 3, activation="relu")
second = keras.layers.Conv2D(32, 3, activation="relu")


def build_model():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Reshape((28, 28, 1)),
            first,
            keras.layers.MaxPooling2D(),
            second,
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
