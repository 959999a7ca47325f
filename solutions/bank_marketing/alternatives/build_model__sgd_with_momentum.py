"""SGD with momentum."""

import keras


def build_model(columns):
    model = keras.Sequential(
        [
            keras.layers.Input((columns,)),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.Dense(1, activation="sigmoid"),
        ]
    )
    model.compile(optimizer=keras.optimizers.SGD(0.05, momentum=0.9), loss="binary_crossentropy", metrics=["AUC"])
    return model
