"""You returned the second most probable class of each image. After sorting, the largest number is at the last
position."""

import numpy as np


def predict_labels(model, images):
    return np.argsort(model.predict(images), axis=1)[:, -2]
