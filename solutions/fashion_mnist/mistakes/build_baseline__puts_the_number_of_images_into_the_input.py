"""The shape of your input begins with the number of images, so the first layer needs a weight for every pixel
of all of them. It must be the shape of one image; how many there are stays open."""

import keras


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((60000, 28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
