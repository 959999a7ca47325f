"""A comprehension over the rows, turned into an array."""

import numpy as np


def predict_labels(model, images):
    return np.array([row.argmax() for row in model.predict(images, verbose=0)])
