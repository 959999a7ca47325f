"""A score, and the loss that knows it."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1),
        ]
    )
    model.compile(optimizer="adam", loss=keras.losses.BinaryCrossentropy(from_logits=True), metrics=[keras.metrics.AUC(from_logits=True)])
    return model
