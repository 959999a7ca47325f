"""The share of right answers, calculated by an own function."""

import keras


def accuracy(labels, rows):
    right = keras.ops.equal(keras.ops.cast(labels, "int64"), keras.ops.cast(keras.ops.argmax(rows, axis=-1), "int64"))
    return keras.ops.cast(right, "float32")


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=[accuracy])
    return model
