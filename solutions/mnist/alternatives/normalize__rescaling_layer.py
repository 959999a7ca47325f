"""Keras's Rescaling layer, which gives a tensor."""

import keras


def normalize(images):
    return keras.layers.Rescaling(1 / 255)(images)
