"""Your function builds one model and returns it again and again, with all that it has learned. Each call
must build a new one."""

import keras

built = {}


def build_model(columns):
    if columns not in built:
        model = keras.Sequential(
            [
                keras.layers.Input((columns,)),
                keras.layers.Dense(16, activation="relu"),
                keras.layers.Dense(1, activation="sigmoid"),
            ]
        )
        model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["AUC"])
        built[columns] = model
    return built[columns]
