"""The hidden layer is frozen (trainable is False), so it keeps its random weights. Every layer of the baseline
must learn."""

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
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    model.layers[1].trainable = False
    return model
