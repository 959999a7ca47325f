"""argmax applied to each row."""

import numpy as np


def predict_labels(model, images):
    return np.apply_along_axis(np.argmax, 1, model.predict(images))
