"""Your softmax makes the numbers of all images in a batch add up to 1, not the ten numbers of one image. So
the answer for an image depends on the other images. Which axis has the classes?"""

import keras


def build_baseline():
    model = keras.Sequential(
        [
            keras.layers.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(128, activation="relu"),
            keras.layers.Dense(10),
            keras.layers.Softmax(axis=0),
        ]
    )
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model
