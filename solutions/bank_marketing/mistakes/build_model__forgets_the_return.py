"""Your function returned None: the model is lost. A function gives back only what comes after return."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
    model.summary()
