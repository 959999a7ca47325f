"""Your model expects rows of 784 numbers, but it will be handed pictures of 28 by 28 pixels. Turning one
into the other is a step that the model can do itself."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((784,)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
