"""Your answers stand in the reverse order. Each one belongs to an image and has to stand at the place of its image."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1)[::-1]
