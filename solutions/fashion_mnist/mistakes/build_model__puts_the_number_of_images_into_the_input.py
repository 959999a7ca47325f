"""The shape of your input begins with the number of images. It must be the shape of one image; how many there
are stays open."""

import keras


def build_model():
    model = keras.Sequential(
        [
            keras.layers.Input((60000, 28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(64, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
