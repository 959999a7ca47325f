"""You changed the array of predictions while you calculated. After the call the page's predictions are no longer
class numbers. In-place operators such as += write into the array that you were given."""

import numpy as np


def confusion_matrix(labels, predictions, classes):
    predictions += labels.astype(int) * classes
    return np.bincount(predictions, minlength=classes * classes).reshape(classes, classes)
