"""You returned each label once, sorted by size. Return one answer for each image, in the order of the
images."""

import numpy as np


def predict_labels(model, images):
    return np.unique(np.argmax(model.predict(images), axis=1))
