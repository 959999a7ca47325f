"""The hidden layer gets the image before it is flattened, so it sees each row of 28 pixels separately and
never the whole image. Look at the number of weights of each layer in model.summary(), and compare it with 28
times 28 pixels."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Flatten(),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
