"""You gave a column: one row with a single number for each image. Asked is one row of numbers, with a single axis."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1).reshape(-1, 1)
