"""You divided the images by 255, but the given images already go from 0 to 1. The model learned from bright
images, and you show it nearly black ones."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images / 255), axis=1)
