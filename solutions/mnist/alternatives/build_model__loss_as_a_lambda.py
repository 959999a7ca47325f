"""The loss as a lambda that calls the Keras function."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer="adam",
        loss=lambda labels, rows: keras.losses.sparse_categorical_crossentropy(labels, rows),
        metrics=["sparse_categorical_accuracy"],
    )
    return model
