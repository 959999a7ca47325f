"""You divided by the largest pixel, so the images are brighter than the images that the model learned from.
The given images are already scaled: pass them on unchanged."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images / images.max(axis=(1, 2), keepdims=True)), axis=1)
