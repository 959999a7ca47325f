"""No layer turns the image into one row of pixels, so the model gives ten numbers for each of its 28 rows.
Look at the output shape in model.summary(): how many answers does one image need?"""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
