"""You sorted your answers by size. Each answer belongs to one image and must have the same position as its
image."""

import numpy as np


def predict_labels(model, images):
    return np.sort(np.argmax(model.predict(images), axis=1))
