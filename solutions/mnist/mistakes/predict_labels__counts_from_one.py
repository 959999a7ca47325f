"""All your answers are one too large. The ten positions of a row are numbered from 0, and so are the
digits."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images), axis=1) + 1
