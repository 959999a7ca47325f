"""Your function returned None instead of a model. Methods such as compile and summary work on the model but
return None, so look at what comes after return, if there is one."""

import keras


def build_model():
    model = keras.Sequential([
        keras.layers.Input((28, 28)),
        keras.layers.Flatten(),
        keras.layers.Dense(128, activation="relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    return model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
