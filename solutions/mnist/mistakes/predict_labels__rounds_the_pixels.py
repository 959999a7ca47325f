"""You turned the pixels into whole numbers. They run from 0 to 1, so nearly all of the grey is lost before the model sees
it: hand the images on as they are."""

import numpy as np


def predict_labels(model, images):
    return np.argmax(model.predict(images.astype("uint8")), axis=1)
