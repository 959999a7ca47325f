"""The smallest number of the negative ones."""

import numpy as np


def predict_labels(model, images):
    return np.argmin(-model.predict(images), axis=1)
