"""Your answers are floats. Their values are right, but a label is a whole number: you cannot use a float as
an index of a list or an array."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1).astype(float)
