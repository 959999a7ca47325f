"""You passed the class, which is a blueprint, not an optimizer made from it. How do you make an object from a
class?"""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        optimizer=keras.optimizers.Adam,
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model
