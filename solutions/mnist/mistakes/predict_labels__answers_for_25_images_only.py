"""You answered only for the first 25 images. The grid in the other exercises shows 25, but this function
should answer for all images that it is given."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images[:25]), axis=1)
