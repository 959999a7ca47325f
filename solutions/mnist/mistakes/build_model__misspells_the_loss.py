"""Keras knows no loss by the name you wrote. It notices only when training begins, so compare the spelling
letter by letter, underscores included."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_cross_entropy", metrics=["accuracy"])
    return model
