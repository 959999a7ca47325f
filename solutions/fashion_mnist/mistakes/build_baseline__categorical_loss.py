"""This loss needs ten numbers for each label, one 1 and nine 0s. Your labels are single whole numbers, and
there is a related loss for them."""

import keras


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return model
