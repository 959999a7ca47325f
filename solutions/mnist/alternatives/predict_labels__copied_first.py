"""A float64 copy of the images, which the model accepts, too."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(np.array(images, dtype=np.float64)), axis=1)
