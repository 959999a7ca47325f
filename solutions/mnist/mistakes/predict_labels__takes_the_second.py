"""You gave the second most probable class of each image. After sorting, the largest number stands at the last place."""

import numpy as np


def predict_labels(model, images):
    return np.argsort(model.predict(images), axis=1)[:, -2]
