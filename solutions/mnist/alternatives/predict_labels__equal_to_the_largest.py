"""The first position of the row's largest number."""

import numpy as np


def predict_labels(model, images):
    rows = model.predict(images)
    places = rows == rows.max(axis=1, keepdims=True)
    return np.array([np.flatnonzero(place)[0] for place in places])
