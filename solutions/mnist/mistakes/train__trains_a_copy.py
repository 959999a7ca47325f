"""You trained a copy, and the given model is still untrained. The code that calls your function continues
with the given model."""

import keras


def train(model, images, labels, epochs):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return copy.fit(images, labels, epochs=epochs)
