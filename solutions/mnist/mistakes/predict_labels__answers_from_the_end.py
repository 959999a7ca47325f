"""Your answers are in reverse order. Each answer belongs to one image and must have the same position as its
image."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1)[::-1]
