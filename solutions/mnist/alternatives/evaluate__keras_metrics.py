"""Loss and accuracy from Keras's metric objects."""

import keras


def evaluate(model, images, labels):
    probabilities = model.predict(images, verbose=0)
    loss = keras.losses.SparseCategoricalCrossentropy()(labels, probabilities)
    accuracy = keras.metrics.SparseCategoricalAccuracy()
    accuracy.update_state(labels, probabilities)
    return float(loss), float(accuracy.result())
