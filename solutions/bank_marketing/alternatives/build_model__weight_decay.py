"""Penalised weights."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(64, activation="relu", kernel_regularizer=keras.regularizers.L2(1e-3)),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    return model
