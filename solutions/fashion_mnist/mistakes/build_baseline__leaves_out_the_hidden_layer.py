"""There is no hidden layer: the pixels go directly to the ten outputs. Compare your list of layers with the
table, row by row."""

import keras


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
