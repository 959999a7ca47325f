"""A functional model from input to output."""

import keras


def build_model():
    images = keras.Input((28, 28))
    flat = keras.layers.Flatten()(images)
    hidden = keras.layers.Dense(128, activation="relu")(flat)
    probabilities = keras.layers.Dense(10, activation="softmax")(hidden)
    model = keras.Model(images, probabilities)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
