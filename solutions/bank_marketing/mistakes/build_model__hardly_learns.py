"""Your learning rate is so small that the weights hardly move. The default of the optimizer is a good
start."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.Adam(1e-7), loss="binary_crossentropy", metrics=["AUC"])
    return model
