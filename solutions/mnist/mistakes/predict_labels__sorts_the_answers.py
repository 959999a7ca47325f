"""Your answers are sorted by size. Each one belongs to an image and has to stand at the place of its image."""

import numpy as np


def predict_labels(model, images):
    return np.sort(np.argmax(model.predict(images), axis=1))
