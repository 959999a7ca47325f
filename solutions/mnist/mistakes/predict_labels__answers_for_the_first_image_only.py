"""You returned only the digit of the first image. Each given image needs an answer, in the same order."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images)[0])
