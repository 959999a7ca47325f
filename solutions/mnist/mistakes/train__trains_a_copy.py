"""You trained a copy, and the model that you were handed is as untrained as before. Whoever called your
function goes on with that one."""

import keras


def train(model, images, labels, epochs):
    copy = keras.models.clone_model(model)
    copy.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return copy.fit(images, labels, epochs=epochs)
