"""A Keras running mean for each of the two."""

import keras


def evaluate(model, images, labels):
    loss, accuracy = keras.metrics.Mean(), keras.metrics.Mean()
    for start in range(0, len(images), 256):
        some_images, some_labels = images[start : start + 256], labels[start : start + 256]
        rows = model(some_images, training=False)
        loss.update_state(keras.losses.sparse_categorical_crossentropy(some_labels, rows))
        accuracy.update_state(keras.metrics.sparse_categorical_accuracy(some_labels, rows))
    return float(loss.result()), float(accuracy.result())
