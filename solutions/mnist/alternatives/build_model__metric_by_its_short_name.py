"""Other spellings that Keras accepts: Adam and acc."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="Adam", loss="sparse_categorical_crossentropy", metrics=["acc"])
    return model
