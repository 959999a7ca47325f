"""You tried to compile what comes out of the last layer. Only a model can be compiled, and a model is told
where the pictures come in and where the answers come out."""

import keras


def build_model():
    images = keras.Input((28, 28))
    flat = keras.layers.Flatten()(images)
    hidden = keras.layers.Dense(128, activation="relu")(flat)
    model = keras.layers.Dense(10, activation="softmax")(hidden)
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
