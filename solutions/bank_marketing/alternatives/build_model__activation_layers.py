"""Activations as separate layers."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input(shape=(columns,)),
            keras.layers.Dense(16),
            keras.layers.ReLU(),
            keras.layers.Dense(1),
            keras.layers.Activation("sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model
