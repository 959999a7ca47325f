"""Keras's own argmax, which gives a tensor."""

import keras


def predict_labels(model, images):
    return keras.ops.argmax(model.predict(images), axis=1)
