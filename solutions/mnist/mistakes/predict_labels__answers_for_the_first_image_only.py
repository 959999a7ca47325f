"""You gave the digit of the first image only. Each image that comes in should get an answer, in the same
order."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images)[0])
