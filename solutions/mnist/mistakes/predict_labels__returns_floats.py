"""Your answers are floats. They are right as numbers, and a label is a whole number: with a float nothing can be looked
up in a list or an array."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1).astype(float)
