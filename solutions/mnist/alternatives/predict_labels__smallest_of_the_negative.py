"""The position of the smallest number after a change of sign."""

import numpy as np


def predict_labels(model, images):
    return np.argmin(-model.predict(images), axis=1)
