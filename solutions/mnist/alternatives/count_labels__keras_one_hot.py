"""Keras's one-hot rows, added up as floats."""

import keras


def count_labels(labels):
    return keras.utils.to_categorical(labels, 10).sum(axis=0)
