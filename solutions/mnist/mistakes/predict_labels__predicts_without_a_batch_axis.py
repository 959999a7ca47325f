"""You gave the model a single image. It expects a stack of images, even if the stack holds only one; and one
call can answer for all images together."""

import numpy as np


def predict_labels(model, images):
    return np.array([np.argmax(model.predict(image)) for image in images])
