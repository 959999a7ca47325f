"""You called argmax along axis 1 of the predictions, but they have only one axis. They are class numbers
already, one for each image; probabilities would need an argmax."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    predictions = np.argmax(predictions, axis=1)
    matrix = np.zeros((classes, classes), int)
    for true, predicted in zip(labels, predictions):
        matrix[true, predicted] += 1
    return matrix
