"""You divided by the largest pixel, so the images are brighter than they were when the model learned. They arrive scaled:
hand them on as they are."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images / images.max(axis=(1, 2), keepdims=True)), axis=1)
