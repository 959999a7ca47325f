"""You returned a column: for each image a row with a single number. Return one row of numbers, with a single
axis."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1).reshape(-1, 1)
