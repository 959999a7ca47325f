"""The hidden layer meets the picture before it is flattened, so it looks at each row of 28 pixels by itself
and never at the whole picture. Compare the number of weights that model.summary() shows for each layer with
28 times 28 pixels."""

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
