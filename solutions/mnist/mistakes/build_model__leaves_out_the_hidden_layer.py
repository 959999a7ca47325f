"""The pixels go straight to the ten answers, with only 7,850 weights. Such a model can only weigh each pixel
separately, and it stays near 0.93 on MNIST: a layer between them is missing."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
