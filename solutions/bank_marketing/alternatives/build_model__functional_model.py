"""A functional model."""

import keras


def build_model(columns):
    inputs = keras.Input((columns,))
    hidden = keras.layers.Dense(24, activation="relu")(inputs)
    outputs = keras.layers.Dense(1, activation="sigmoid")(hidden)
    model = keras.Model(inputs, outputs)
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model
